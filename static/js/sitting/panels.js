// @ts-check
import { find } from "../core/dom.js";
import { focusOn } from "../core/focus.js";

/**
 * Show the panel of a phase: the `section` under `[data-panels]` that names it in `data-phase`, and everything with
 * it in `data-only`. Where the panel that goes has the focus, the heading of the one that comes gets it.
 *
 * @param {HTMLElement} root
 * @param {string} phase
 */
export function showPhase(root, phase) {
  if (root.dataset.phase === phase) return;
  root.dataset.phase = phase;
  const panels = find(root, "[data-panels]", HTMLElement);
  const hadFocus = panels.contains(document.activeElement);
  const isIt = (/** @type {Element} */ part, /** @type {string} */ name) =>
    (part.getAttribute(name) ?? "").split(" ").includes(phase);
  for (const part of root.querySelectorAll("[data-only]")) part.toggleAttribute("hidden", !isIt(part, "data-only"));
  for (const panel of panels.querySelectorAll(":scope > section")) {
    const shown = isIt(panel, "data-phase");
    panel.toggleAttribute("hidden", !shown);
    const heading = panel.querySelector("h2");
    if (shown && hadFocus && heading) focusOn(heading);
  }
}
