// @ts-check
import { find } from "../core/dom.js";
import { readSetting, writeSetting } from "../core/settings.js";

const DAY = 24 * 60 * 60 * 1000;
const NAME = "mine:turns"; // goes with everything of this person's

/**
 * One angle of the hip after the other: each day the next move of the chosen row.
 *
 * @param {HTMLElement} root
 */
export function mountTurns(root) {
  const choice = find(root, "#turn", HTMLSelectElement);
  find(root, '[data-part="turns"]', HTMLElement).inert = false;
  choice.value = readSetting(NAME);
  const draw = () => {
    const row = [...root.querySelectorAll(`[data-turns="${choice.value}"] a`)];
    find(root, '[data-part="turn-today"]', HTMLElement).hidden = row.length === 0;
    if (!row.length) return;
    const today = /** @type {HTMLAnchorElement} */ (row[dayNumber(new Date()) % row.length]);
    const link = find(root, '[data-part="turn-link"]', HTMLAnchorElement);
    link.href = today.href;
    link.textContent = today.textContent;
  };
  choice.addEventListener("change", () => {
    writeSetting(NAME, choice.value);
    draw();
  });
  draw();
}

/**
 * @param {Date} date
 * @returns {number} days since 1970 where the device is
 */
export function dayNumber(date) {
  return Math.floor((date.getTime() - date.getTimezoneOffset() * 60_000) / DAY);
}
