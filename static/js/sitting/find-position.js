// @ts-check
import { sayCount } from "../core/count.js";
import { find, slot } from "../core/dom.js";
import { focusOn } from "../core/focus.js";
import { missingGear, offer } from "./finder.js";

const WITHOUT_DESK = ["car-driver", "car-passenger", "couch"];

/**
 * Offer positions as the answers change, with the answers kept in the address.
 *
 * @param {HTMLElement} root holds the form, the lists and the templates
 */
export function mount(root) {
  const form = find(root, "form", HTMLFormElement);
  const positions = [...slot(root, "all", {}).children].map(readPosition);
  fillFromAddress(form);
  show(root, form, positions);
  form.addEventListener("change", () => {
    rememberInAddress(form);
    show(root, form, positions);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    focusOn(find(root, "#fitting", HTMLElement));
  });
}

/** @param {Element} element */
function readPosition(element) {
  const data = /** @type {HTMLElement} */ (element).dataset;
  const list = (/** @type {string | undefined} */ text) => (text ?? "").split(" ").filter(Boolean);
  return {
    element,
    slug: data.slug ?? "",
    seats: list(data.seats),
    maySuit: list(data.maySuit),
    mayNotSuit: list(data.mayNotSuit),
    notFor: list(data.notFor),
    gear: list(data.gear),
  };
}

/** @param {HTMLFormElement} form */
function fillFromAddress(form) {
  const query = new URLSearchParams(location.search);
  for (const box of form.querySelectorAll("input")) box.checked = query.getAll(box.name).includes(box.value);
}

/** @param {HTMLFormElement} form */
function rememberInAddress(form) {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (value) query.append(name, String(value));
  history.replaceState(history.state, "", query.size ? `?${query}` : location.pathname);
}

/**
 * @param {HTMLElement} root
 * @param {HTMLFormElement} form
 * @param {ReturnType<typeof readPosition>[]} positions
 */
function show(root, form, positions) {
  const answers = new FormData(form);
  const seat = String(answers.get("seat") ?? "");
  root.querySelector("[data-desk]")?.toggleAttribute("hidden", WITHOUT_DESK.includes(seat));
  const offered = offer(positions, seat, answers.getAll("eases").map(String), missingGear(answers));
  fill(root, "fitting", offered.fitting.map(card));
  fill(root, "may-not-suit", offered.mayNotSuit.map(card));
  fill(root, "left-out", offered.leftOut.map((position) => plainLink(root, position)));
  sayCount(root, offered.fitting.length);
}

/** @param {ReturnType<typeof readPosition>} position */
function card(position) {
  return position.element.cloneNode(true);
}

/**
 * @param {HTMLElement} root
 * @param {ReturnType<typeof readPosition>} position
 */
function plainLink(root, position) {
  const link = find(position.element, "a", HTMLAnchorElement);
  const item = slot(root, "plain", { title: link.textContent ?? "" });
  find(item, "a", HTMLAnchorElement).href = link.href;
  return item;
}

/**
 * @param {HTMLElement} root
 * @param {string} name
 * @param {Node[]} items
 */
function fill(root, name, items) {
  find(root, `[data-list="${name}"]`, HTMLElement).replaceChildren(...items);
  const group = root.querySelector(`[data-group="${name}"]`);
  if (group instanceof HTMLElement) group.hidden = items.length === 0;
}
