// @ts-check
import { find } from "../core/dom.js";
import { reasons } from "./finder.js";
import { leftOutItem } from "./left-out.js";

/**
 * @typedef {{element: HTMLElement, slug: string, title: string, document: string, seats: string[], notFor: string[],
 *   swapTo: string[], parkedOnly: boolean}} Position
 */

/**
 * @param {HTMLElement} root
 * @returns {Position[]} in the guide's order
 */
export function readPositions(root) {
  return [...root.querySelectorAll("[data-position]")].map((part) => {
    const element = /** @type {HTMLElement} */ (part);
    const { position = "", title = "", document = "", seats, notFor, swapTo, parkedOnly } = element.dataset;
    const list = (/** @type {string | undefined} */ text) => (text ?? "").split(" ").filter(Boolean);
    const lists = { seats: list(seats), notFor: list(notFor), swapTo: list(swapTo) };
    return { element, slug: position, title, document, ...lists, parkedOnly: parkedOnly !== undefined };
  });
}

/**
 * Show the positions of a seat that fit the body, and name those that do not.
 *
 * @param {HTMLElement} root
 * @param {Position[]} positions
 * @param {string[]} cautions
 * @param {string} [asked] slug of a position that was asked for by the address: named too, whatever its seat
 * @returns {Position[]} those that are shown
 */
export function showChoice(root, positions, cautions, asked = "") {
  const seat = seatOf(root);
  const here = positions.filter((position) => position.seats.includes(seat) || position.slug === asked);
  const leftOut = here.filter((position) => reasons(position, cautions).length);
  const fitting = here.filter((position) => !leftOut.includes(position));
  for (const position of positions) position.element.hidden = !fitting.includes(position);
  const items = leftOut.map((position) => leftOutItem(root, position.element, reasons(position, cautions)));
  find(root, "[data-left-out-list]", HTMLElement).replaceChildren(...items);
  find(root, "[data-left-out]", HTMLElement).hidden = leftOut.length === 0;
  return fitting;
}

/** @param {HTMLElement} root */
export function seatOf(root) {
  return find(root, "[data-seat-form] select", HTMLSelectElement).value;
}

/**
 * Offer the seats of a position to choose from; the one that was chosen before, where it is among them.
 *
 * @param {HTMLElement} root
 * @param {Position} position
 */
export function offerSeats(root, { seats }) {
  const every = find(root, "[data-seat-form] select", HTMLSelectElement);
  const select = find(root, "#try-seat", HTMLSelectElement);
  const options = [...every.options].filter(({ value }) => seats.includes(value));
  select.replaceChildren(...options.map(({ text, value }) => new Option(text, value, value === every.value, value === every.value)));
}

/**
 * Keep the seat on which a position is tried, so that the next one is for the same seat.
 *
 * @param {HTMLElement} root
 * @param {string} seat
 */
export function takeSeat(root, seat) {
  find(root, "[data-seat-form] select", HTMLSelectElement).value = seat;
}

/**
 * Say "parked only" at the wheel, and for what a passenger does in a car that stands still only.
 *
 * @param {HTMLElement} root
 * @param {{parkedOnly: boolean}} position
 * @param {string} seat
 */
export function showParked(root, { parkedOnly }, seat) {
  const parked = seat === "car-driver" || (seat === "car-passenger" && parkedOnly);
  for (const notice of root.querySelectorAll("[data-parked]")) notice.toggleAttribute("hidden", !parked);
}
