// @ts-check
import { announce } from "../core/announce.js";
import { slot } from "../core/dom.js";
import { phrase } from "../core/phrases.js";
import { chime, vibrate } from "./cues.js";
import { notify } from "./notifications.js";
import { timerSettings } from "./timer-run.js";
import { isQuiet } from "./timer-settings.js";

export const TAG = "hipcare-break-timer";

/**
 * Tell the person by everything that is switched on; in quiet hours by words on the screen only.
 *
 * @param {ParentNode} words holds the templates
 * @param {Sitting.Cue} cue
 * @param {{url: string, icon: string, badge: string}} page the timer's
 */
export function giveCue(words, cue, page) {
  const settings = timerSettings();
  announce(phrase(words, `say-${cue}`), { urgent: cue === "due" });
  if (isQuiet(settings, new Date())) return;
  if (settings.sound) chime(cue === "due" ? "rising" : "soft");
  if (settings.vibration) vibrate(cue === "due" ? [300, 150, 300] : [150]);
  if (settings.notification && !(document.hasFocus() && !document.hidden)) notifyOf(words, cue, page, settings);
}

/** @type {(words: ParentNode, cue: Sitting.Cue, page: {url: string, icon: string, badge: string}, settings: {sound: boolean, vibration: boolean}) => void} */
function notifyOf(words, cue, page, { sound, vibration }) {
  const said = slot(words, `notify-${cue}`, {});
  const text = (/** @type {string} */ part) => said.querySelector(`[data-${part}]`)?.textContent ?? "";
  const button = (/** @type {string} */ action) => ({ action, title: phrase(words, `button-${action}`) });
  const actions = cue === "due" ? [button("already"), button("snooze")] : [];
  const silent = !sound && !vibration;
  notify({ title: text("title"), body: text("body"), tag: TAG, ...page, silent, actions }).catch(reportError);
}
