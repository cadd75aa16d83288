// @ts-check
import { find, slot } from "../core/dom.js";
import { clockText, durationText, leftText, phrase } from "../core/phrases.js";
import { canSound } from "./cues.js";
import { showPhase } from "./panels.js";
import { timerSettings } from "./timer-run.js";
import { isQuiet } from "./timer-settings.js";

const MINUTE = 60_000;
const title = document.title;

/**
 * Draw the timer as it is now.
 *
 * @param {HTMLElement} root
 * @param {Sitting.Timer | null} state
 * @param {number} now
 */
export function showTimer(root, state, now) {
  const phase = state?.phase ?? "off";
  showPhase(root, phase);
  setTitle(root, state, now);
  if (!state) return;
  const left = phase === "paused" ? state.left : Math.max(0, state.until - now);
  setText(root, "[data-clock]", leftText(left));
  setText(root, "[data-at]", clockText(state.until));
  setText(root, "[data-up]", durationText(now - state.since));
  setText(root, "[data-snooze]", String(timerSettings().snooze));
  const share = state.length ? Math.min(100, (left / state.length) * 100) : 0;
  find(root, "[data-ring]", SVGElement).setAttribute("stroke-dasharray", `${share.toFixed(2)} 100`);
  find(root, "[data-slept]", HTMLElement).hidden = !(state.slept >= MINUTE);
  for (const move of root.querySelectorAll("[data-move]")) {
    move.toggleAttribute("hidden", move.getAttribute("data-move") !== state.move);
  }
  showNotes(root, notesFor(state, now, left));
}

/** @type {(root: HTMLElement, state: Sitting.Timer | null, now: number) => void} */
function setTitle(root, state, now) {
  if (!state) {
    document.title = title;
    return;
  }
  const number = String(Math.ceil(Math.max(0, state.until - now) / MINUTE));
  const left = state.phase === "sitting" ? phrase(root, "minutes-left", { number }) : "";
  const words = phrase(root, `title-${state.phase}`, { left });
  if (document.title !== words) document.title = words;
}

/**
 * @param {Sitting.Timer} state
 * @param {number} now
 * @param {number} left milliseconds
 * @returns {string[]} names of slots
 */
function notesFor(state, now, left) {
  const settings = timerSettings();
  const notes = [];
  if (state.clock >= MINUTE) notes.push("note-forward");
  if (state.clock <= -MINUTE) notes.push("note-back");
  if (state.phase !== "sitting") return notes;
  if (state.slept >= MINUTE) notes.push("note-slept");
  const warned = state.told.includes("warning") && settings.warn > 0 && left <= settings.warn * MINUTE;
  const nudged = state.told.includes("nudge") && left <= state.length / 2 && left > state.length / 2 - 5 * MINUTE;
  if (warned) notes.push("note-warning");
  else if (nudged && settings.nudge && state.length >= 20 * MINUTE) notes.push("note-nudge");
  if (isQuiet(settings, new Date(now))) notes.push("note-quiet");
  else if (settings.sound && !canSound()) notes.push("note-mute");
  return notes;
}

/** @type {(root: HTMLElement, names: string[]) => void} */
function showNotes(root, names) {
  const place = find(root, "[data-notes]", HTMLElement);
  if (place.dataset.notes === names.join(" ")) return;
  place.dataset.notes = names.join(" ");
  place.replaceChildren(...names.map((name) => slot(root, name, {})));
}

/** @type {(root: HTMLElement, selector: string, text: string) => void} */
function setText(root, selector, text) {
  for (const place of root.querySelectorAll(selector)) if (place.textContent !== text) place.textContent = text;
}
