// @ts-check
import { find } from "../core/dom.js";
import { focusOn } from "../core/focus.js";

/**
 * @param {HTMLElement} root
 * @param {string} name
 * @returns {HTMLElement} the element with `data-part="name"`
 */
export function part(root, name) {
  return find(root, `[data-part="${name}"]`, HTMLElement);
}

/**
 * Show one screen of the player and no other.
 *
 * @param {HTMLElement} root
 * @param {string} name
 * @param {{focus?: boolean}} [options] focus: take the keyboard and the screen reader to its heading
 */
export function showScreen(root, name, { focus = true } = {}) {
  for (const screen of root.querySelectorAll("[data-screen]")) {
    screen.toggleAttribute("hidden", screen.getAttribute("data-screen") !== name);
  }
  document.documentElement.dataset.player = name;
  document.documentElement.removeAttribute("data-dim"); // dark is for a long rest alone, which turns it on
  if (!focus) return;
  const heading = root.querySelector(`[data-screen="${name}"] h2`);
  if (heading instanceof HTMLElement) focusOn(heading);
  window.scrollTo(0, 0);
}

/**
 * Call back for each press of a button with `data-do`.
 *
 * @param {HTMLElement} root
 * @param {Record<string, (button: HTMLElement) => unknown>} acts
 */
export function onPress(root, acts) {
  root.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("[data-do]") : null;
    if (button instanceof HTMLElement) acts[button.dataset.do ?? ""]?.(button);
  });
}
