// @ts-check
import { announce } from "../core/announce.js";
import { markBusy } from "../core/busy.js";
import { find, slot } from "../core/dom.js";
import { moment } from "../core/moment.js";
import { clockText, phrase } from "../core/phrases.js";
import { writeMine } from "../device/mine.js";
import { speak } from "../device/voice.js";
import { keepAwake, letSleep } from "../device/wake.js";
import { readySound } from "./cues.js";
import { giveDriveCue, keepDriveSettings, keptDriveSettings } from "./drive-cue.js";
import { advance, driveOn, setOff, stop, uncount } from "./drive-state.js";
import { showDrive } from "./drive-view.js";
import { keepRecord } from "./kept.js";
import { showPhase } from "./panels.js";
import { runKept } from "./run.js";

/**
 * Drive mode's page.
 *
 * @param {HTMLElement} root
 */
export function mount(root) {
  let free = () => {};
  let wasDriving = false;
  const show = (/** @type {Sitting.Drive | null} */ state, /** @type {number} */ now) => {
    const drives = state?.phase === "driving";
    if (drives !== wasDriving) {
      wasDriving = drives;
      free();
      free = drives ? markBusy("drive") : () => {};
      if (drives && settingsOf(root).awake) void keepAwake();
      else letSleep();
    }
    showDrive(root, state, now);
  };
  fillSettings(root);
  const run = runKept({ name: "drive", advance, show, give: () => giveDriveCue(root, settingsOf(root)) });
  const acts = actsOf(root, run);
  root.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("[data-act]") : null;
    if (!(button instanceof HTMLElement)) return;
    readySound();
    acts[/** @type {"go"} */ (button.dataset.act ?? "")]?.();
  });
  root.addEventListener("change", (event) => {
    if (event.target instanceof HTMLInputElement && event.target.name === "side") acts.side(event.target.value);
    else keepDriveSettings(settingsOf(root));
  });
  find(root, "[data-panels]", HTMLElement).inert = false;
}

/**
 * @param {HTMLElement} root
 * @param {{state: () => Sitting.Drive | null, change: (next: Sitting.Drive | null) => void}} run
 */
function actsOf(root, run) {
  const change = (/** @type {(state: Sitting.Drive) => Sitting.Drive | null} */ next) => {
    const state = run.state();
    if (state) run.change(next(state));
  };
  return {
    go() {
      const { minutes, voice } = settingsOf(root);
      keepDriveSettings(settingsOf(root)); // other pages go by them
      writeMine("drive-page", location.pathname);
      const state = setOff(Date.now(), minutes);
      run.change(state);
      const words = phrase(root, "say-go", { at: clockText(state.until) });
      announce(words);
      if (voice) void speak(words);
    },
    try: () => giveDriveCue(root, settingsOf(root)),
    stopped() {
      change((state) => stop(state, Date.now()));
      clearSide(root);
      void keepDrive(root, run, {});
    },
    uncount() {
      change(uncount);
      void keepDrive(root, run, {});
    },
    "drive-on": () => change((state) => driveOn(state, Date.now())),
    arrived() {
      run.change(null);
      showPhase(root, "arrived");
    },
    end: () => run.change(null),
    again: () => showPhase(root, "off"),
    side: (/** @type {string} */ side) => void keepDrive(root, run, { side }),
  };
}

/**
 * Keep the stretch of driving that has just ended; a second time changes the same record.
 *
 * @type {(root: HTMLElement, run: {state: () => Sitting.Drive | null, change: (next: Sitting.Drive | null) => void}, more: Journal.Data) => Promise<void>}
 */
async function keepDrive(root, run, more) {
  const state = run.state();
  if (!state) return;
  const { from, since, stops, record } = state;
  const times = { at: moment(new Date(from)), ended: moment(new Date(since)), seconds: Math.max(0, Math.round((since - from) / 1000)) };
  const place = find(root, "[data-kept]", HTMLElement);
  try {
    const id = await keepRecord("drive", { ...times, stops, ...more }, record);
    const now = run.state();
    if (now?.since === since) run.change({ ...now, record: id });
    place.replaceChildren(slot(root, more.side ? "side-kept" : "kept", {}));
  } catch (error) {
    place.replaceChildren(slot(root, "not-kept", {}));
    reportError(error);
  }
}

/** @param {HTMLElement} root */
function settingsOf(root) {
  const form = find(root, "[data-drive-form]", HTMLFormElement);
  const answers = new FormData(form);
  const ticked = (/** @type {string} */ name) => answers.get(name) !== null;
  return { minutes: Number(answers.get("every")), sound: ticked("sound"), voice: ticked("voice"), awake: ticked("awake") };
}

/** @param {HTMLElement} root */
function fillSettings(root) {
  const kept = keptDriveSettings();
  for (const box of find(root, "[data-drive-form]", HTMLFormElement).querySelectorAll("input")) {
    if (!kept) return;
    const { name, value } = box;
    box.checked = name === "every" ? value === String(kept.minutes) : kept[/** @type {"sound"} */ (name)] === true;
  }
}

/** @param {HTMLElement} root */
function clearSide(root) {
  for (const radio of root.querySelectorAll("input[name=side]")) /** @type {HTMLInputElement} */ (radio).checked = false;
}
