// @ts-check
import { announce } from "../core/announce.js";
import { followSetting, writeSetting } from "../core/settings.js";

/**
 * A select or radio buttons whose choice the device keeps under the name in `data-setting`; two for the same
 * setting follow each other. Closed until there is a script that can keep the choice.
 *
 * @param {HTMLElement} root
 */
export function mount(root) {
  const name = root.dataset.setting;
  if (!name) return;
  root.inert = false;
  followSetting(name, (value) => show(root, value));
  root.addEventListener("change", (event) => {
    const control = event.target;
    if (!(control instanceof HTMLSelectElement || control instanceof HTMLInputElement)) return;
    say(root, writeSetting(name, control.value) ? "kept" : "not-kept");
  });
}

/**
 * @param {HTMLElement} root
 * @param {string} value
 */
function show(root, value) {
  for (const radio of root.querySelectorAll("input")) radio.checked = radio.value === value;
  for (const select of root.querySelectorAll("select")) {
    select.value = value;
    // A value that is no longer offered counts as no choice.
    if (select.selectedIndex < 0) select.value = "";
  }
}

/**
 * @param {HTMLElement} root
 * @param {string} outcome
 */
function say(root, outcome) {
  for (const words of root.querySelectorAll("[data-said]")) {
    const now = words.getAttribute("data-said") === outcome;
    words.toggleAttribute("hidden", !now);
    if (now) announce(words.textContent ?? "");
  }
}
