// @ts-check
import { find } from "../core/dom.js";
import { clockText, durationText, leftText, phrase } from "../core/phrases.js";
import { showPhase } from "./panels.js";

const MINUTE = 60_000;
const title = document.title;

/**
 * Draw drive mode as it is now.
 *
 * @param {HTMLElement} root
 * @param {Sitting.Drive | null} state
 * @param {number} now
 */
export function showDrive(root, state, now) {
  const arrived = root.dataset.phase === "arrived" && !state;
  showPhase(root, arrived ? "arrived" : (state?.phase ?? "off"));
  document.title = state ? phrase(root, `title-${state.phase}`) : title;
  if (!state) return;
  const due = state.cues > 0;
  for (const part of root.querySelectorAll("[data-due]")) part.toggleAttribute("hidden", part.getAttribute("data-due") !== String(due));
  find(root, "[data-clock]", HTMLElement).textContent = due ? durationText(now - state.from) : leftText(state.until - now);
  find(root, "[data-at]", HTMLElement).textContent = clockText(state.from + state.every);
  find(root, "[data-driven]", HTMLElement).textContent = durationText(state.since - state.from);
  find(root, "[data-rested]", HTMLElement).textContent = durationText(now - state.since);
  find(root, "[data-clock-set]", HTMLElement).hidden = Math.abs(state.clock) < MINUTE;
  for (const note of root.querySelectorAll("[data-slept]")) note.toggleAttribute("hidden", !(state.slept >= MINUTE));
}
