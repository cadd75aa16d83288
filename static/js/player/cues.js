// @ts-check
import { announce } from "../core/announce.js";
import { hush, speak } from "../device/voice.js";
import { isOn } from "./how.js";
import { closeTones, openTones, sound, wasPressed } from "./tones.js";

const MOST = 3; // announcements within the time below
const WITHIN = 5_000;
const BUZZ = { start: [120], change: [80, 80, 80], half: [60], last: [60, 60, 60], end: [300], calm: [40] };

/** When something was last announced, oldest first. @type {number[]} */
let spoken = [];
/** @type {number | undefined} */
let waiting;

export { closeTones, openTones };

/**
 * Give a cue in every way that is switched on. Words reach screen readers always, and never as chatter.
 *
 * @param {keyof typeof BUZZ} kind
 * @param {string} text empty for a cue without words
 * @param {string[]} [following] what the voice alone reads after it
 */
export function cue(kind, text, following = []) {
  if (isOn("cue-tones")) sound(kind);
  buzz(BUZZ[kind]);
  if (!text) return;
  if (isOn("cue-voice") && wasPressed()) void speak(text, ...following);
  sayCalmly(text);
}

/** @param {number[]} pattern milliseconds of shaking and of pause in turn */
export function buzz(pattern) {
  if (isOn("cue-vibration") && "vibrate" in navigator && wasPressed()) navigator.vibrate(pattern);
}

/**
 * Count along, for ears only: a screen reader would do nothing else than read numbers.
 *
 * @param {string} number
 */
export function beat(number) {
  if (isOn("cue-voice")) void speak(number);
  else if (isOn("cue-tones")) sound("beat");
}

/**
 * Announce now, or where too much was just said, as soon as it is quiet; then only the latest.
 *
 * @param {string} text
 */
export function sayCalmly(text) {
  clearTimeout(waiting);
  const now = Date.now();
  spoken = spoken.filter((moment) => now - moment < WITHIN);
  if (spoken.length >= MOST) {
    waiting = setTimeout(() => sayCalmly(text), WITHIN - (now - spoken[0]));
    return;
  }
  spoken.push(now);
  announce(text);
}

/** Stop all that sounds or shakes. */
export function silence() {
  hush();
  clearTimeout(waiting);
  if ("vibrate" in navigator && wasPressed()) navigator.vibrate(0);
}
