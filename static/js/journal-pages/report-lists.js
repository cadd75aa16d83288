// @ts-check
import { find, slot } from "../core/dom.js";
import { dayNumber, dayText } from "./days.js";

const MOST_NOTES = 8;
const LONGEST_NOTE = 200;

/**
 * Return the last notes with their days, newest first.
 *
 * @param {Journal.Row[]} rows
 * @returns {string[]}
 */
export function notesOf(rows) {
  const noted = rows.filter(({ data }) => data?.note).sort((one, other) => ((one.at ?? "") < (other.at ?? "") ? 1 : -1));
  const short = /** @type {const} */ ({ day: "numeric", month: "short" });
  return noted.slice(0, MOST_NOTES).map(({ data }) => {
    return `${dayText(dayNumber(/** @type {Journal.Moment} */ (data?.at)), short)}: ${String(data?.note).slice(0, LONGEST_NOTE)}`;
  });
}

/**
 * Put lines into a list, or the words for none.
 *
 * @param {HTMLElement} root
 * @param {string} place
 * @param {string[]} lines
 * @param {string} otherwise name of the words for none
 */
export function fillList(root, place, lines, otherwise) {
  const texts = lines.length || !otherwise ? lines : [slot(root, otherwise, {}).textContent ?? ""];
  const items = texts.map((text) => {
    const item = document.createElement("li");
    item.textContent = text;
    return item;
  });
  find(root, place, HTMLElement).replaceChildren(...items);
}
