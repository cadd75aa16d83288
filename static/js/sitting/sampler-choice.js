// @ts-check
import { find } from "../core/dom.js";
import { keptRecords } from "./kept.js";

/** @typedef {{element: HTMLElement, slug: string, title: string, document: string, seats: string[], notFor: string[], swapTo: string[]}} Position */

/**
 * @param {HTMLElement} root
 * @returns {Position[]} in the guide's order
 */
export function readPositions(root) {
  return [...root.querySelectorAll("[data-position]")].map((part) => {
    const element = /** @type {HTMLElement} */ (part);
    const { position = "", title = "", document = "", seats, notFor, swapTo } = element.dataset;
    const list = (/** @type {string | undefined} */ text) => (text ?? "").split(" ").filter(Boolean);
    return { element, slug: position, title, document, seats: list(seats), notFor: list(notFor), swapTo: list(swapTo) };
  });
}

/** @returns {Promise<string[]>} what the person has told about the body, from the journal of this device */
export async function readCautions() {
  const profiles = await keptRecords("profile").catch(() => []); // no store here: nothing was told
  return profiles.flatMap(({ data }) => (Array.isArray(data.cautions) ? data.cautions : []));
}

/**
 * Show the positions of a seat that fit the body.
 *
 * @param {HTMLElement} root
 * @param {Position[]} positions
 * @param {string[]} cautions
 * @returns {Position[]} those that are shown
 */
export function showChoice(root, positions, cautions) {
  const seat = seatOf(root);
  const here = positions.filter((position) => position.seats.includes(seat));
  const fitting = here.filter((position) => !position.notFor.some((caution) => cautions.includes(caution)));
  for (const position of positions) position.element.hidden = !fitting.includes(position);
  find(root, "[data-left-out]", HTMLElement).hidden = fitting.length === here.length;
  return fitting;
}

/** @param {HTMLElement} root */
export function seatOf(root) {
  return String(new FormData(find(root, "[data-seat-form]", HTMLFormElement)).get("seat") ?? "");
}
