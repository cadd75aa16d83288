// @ts-check
import { find, slot } from "../core/dom.js";
import { phrase } from "../sitting/phrases.js";
import { byDay } from "./aggregate.js";
import { numberText } from "./days.js";
import { goesWith } from "./goes-with.js";

/** @typedef {import("./goes-with.js").Link} Link */

/**
 * Show what went together with more or less pain.
 *
 * @param {HTMLElement} root
 * @param {Journal.Row[]} rows
 */
export function showLinks(root, rows) {
  const links = goesWith(rows, byDay(rows));
  const list = find(root, "[data-links]", HTMLElement);
  list.replaceChildren(...links.map((link) => drawLink(root, link)));
  find(root, "[data-no-links]", HTMLElement).hidden = links.length > 0;
}

/**
 * @param {HTMLElement} root
 * @param {Link} link
 */
function drawLink(root, link) {
  const item = slot(root, "link", linkTexts(root, link));
  find(item, "[data-link]", HTMLElement).dataset.link = link.verdict;
  return item;
}

/**
 * Say in words what one link is.
 *
 * @param {HTMLElement} root
 * @param {Link} link
 */
export function linkTexts(root, link) {
  return {
    title: link.title || phrase(root, `link-title-${link.kind}`, { above: numberText(link.above ?? 0) }),
    verdict: phrase(root, `link-${link.kind === "position" ? "comfort" : "pain"}-${link.verdict}`),
    numbers: phrase(root, link.kind === "position" ? "link-comfort-numbers" : "link-numbers", numbersOf(link)),
    n: phrase(root, link.above === undefined ? "link-times" : "link-days", { n: String(link.n) }),
  };
}

/** @param {Link} link */
function numbersOf({ kind, median, low, high }) {
  // Comfort is shown as it was asked: more is better.
  const [middle, from, to] = kind === "position" ? [-median, -high, -low] : [median, low, high];
  return { median: signed(middle), low: signed(from), high: signed(to) };
}

/** @param {number} value */
function signed(value) {
  return `${value > 0 ? "+" : value < 0 ? "−" : ""}${numberText(Math.abs(value))}`;
}
