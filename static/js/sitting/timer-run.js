// @ts-check
import { readMine, writeMine } from "../device/mine.js";
import { runKept } from "./run.js";
import { readSettings } from "./timer-settings.js";
import { advance } from "./timer-state.js";

const NAME = "break-timer";
const PAGE = "break-timer-page";
const SETTINGS = "break-timer-settings";

/** @returns {string} path of the page on which the timer was started; empty before that */
export function timerPage() {
  return readMine(PAGE) ?? "";
}

/** @param {string} path */
export function keepTimerPage(path) {
  writeMine(PAGE, path);
}

/** @returns {ReturnType<typeof readSettings>} */
export function timerSettings() {
  return readSettings(readMine(SETTINGS));
}

/** @param {ReturnType<typeof readSettings>} settings */
export function keepTimerSettings(settings) {
  writeMine(SETTINGS, settings);
}

/**
 * Run the timer that this device keeps.
 *
 * @param {(state: Sitting.Timer | null, now: number) => void} show called each second and after every change
 * @param {(cue: Sitting.Cue) => void} give called on one page only, however many are open
 */
export function runTimer(show, give) {
  const step = (/** @type {Sitting.Timer} */ state, /** @type {number} */ now) => advance(state, now, timerSettings());
  return runKept({ name: NAME, advance: step, show, give });
}
