// @ts-check
import { find, slot } from "../core/dom.js";
import { phrase } from "../core/phrases.js";
import { byDay } from "./aggregate.js";
import { numberText } from "./days.js";
import { LEG_CHANGES, goesWith } from "./goes-with.js";

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
    verdict: phrase(root, `link-${link.scale}-${link.verdict}`),
    numbers: phrase(root, `link-${link.scale}-numbers`, link.scale === "reach" ? reachOf(root, link) : numbersOf(link)),
    n: phrase(root, link.above === undefined ? "link-times" : "link-days", { n: String(link.n) }),
  };
}

/** @param {Link} link */
function numbersOf({ scale, median, low, high }) {
  // Comfort is shown as it was asked: more is better.
  const [middle, from, to] = scale === "comfort" ? [-median, -high, -low] : [median, low, high];
  return { median: signed(middle), low: signed(from), high: signed(to) };
}

/**
 * @param {HTMLElement} root
 * @param {Link} link
 */
function reachOf(root, { counts = [], low, high }) {
  const [nearer, same, further] = counts.map(String);
  const word = (/** @type {number} */ value) => phrase(root, `link-reach-${LEG_CHANGES[Math.round(value) + 1]}`);
  return { nearer, same, further, low: word(low), high: word(high) };
}

/** @param {number} value */
function signed(value) {
  return `${value > 0 ? "+" : value < 0 ? "−" : ""}${numberText(Math.abs(value))}`;
}
