// @ts-check
import { announce } from "../core/announce.js";
import { phrase } from "../core/phrases.js";
import { readMine, writeMine } from "../device/mine.js";
import { speak } from "../device/voice.js";
import { chime, vibrate } from "./cues.js";

const SETTINGS = "drive-settings";

/** @typedef {{minutes: number, sound: boolean, voice: boolean, awake: boolean}} DriveSettings */

/** @returns {DriveSettings | null} null before anything was chosen */
export function keptDriveSettings() {
  return readMine(SETTINGS);
}

/** @param {DriveSettings} settings */
export function keepDriveSettings(settings) {
  writeMine(SETTINGS, settings);
}

/**
 * Tell the driver to stop, without anything to touch.
 *
 * @param {HTMLElement} words holds the templates
 * @param {{sound: boolean, voice: boolean}} how
 */
export function giveDriveCue(words, { sound, voice }) {
  const said = phrase(words, "say-stop");
  announce(said, { urgent: true });
  if (sound) chime("rising");
  if (voice) void speak(said);
  vibrate([400, 200, 400]);
}
