// @ts-check
import { isOn } from "./how.js";

/** @type {Record<string, string>} */
const LETTERS = { k: "pause", j: "back", l: "skip" };
/** @type {Record<string, string>} */
const KEYS = { " ": "pause", ArrowLeft: "back", ArrowRight: "skip" };

/**
 * Steer by keyboard: space and arrows while focus is in the player and not on a control that uses them; single
 * letters only where the person switched them on.
 *
 * @param {HTMLElement} root
 * @param {Record<string, () => void>} acts by name: pause, back, skip
 * @param {AbortSignal} signal
 */
export function mountKeys(root, acts, signal) {
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const { target, key } = event;
      if (!(target instanceof Element) || usesKey(target, key)) return;
      const name = (root.contains(target) && KEYS[key]) || (isOn("cue-keys") && LETTERS[key.toLowerCase()]);
      if (!name) return;
      event.preventDefault();
      if (!event.repeat) acts[name]();
    },
    { signal },
  );
}

/**
 * @param {Element} target
 * @param {string} key
 */
function usesKey(target, key) {
  return target.matches("input, select, textarea") || (key === " " && target.matches("button, a, summary"));
}
