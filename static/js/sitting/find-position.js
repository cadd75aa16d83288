// @ts-check
import { sayCount } from "../core/count.js";
import { find, slot } from "../core/dom.js";
import { focusOn } from "../core/focus.js";
import { missingGear, offer, reasons, whatIsAgainst } from "./finder.js";
import { leftOutItem, readCautions } from "./left-out.js";

const WITHOUT_DESK = ["car-driver", "car-passenger", "couch"];

/**
 * Offer positions as the answers change, with the answers kept in the address.
 *
 * @param {HTMLElement} root holds the form, the lists and the templates
 */
export function mount(root) {
  const form = find(root, "form", HTMLFormElement);
  const positions = [...slot(root, "all", {}).children].map(readPosition);
  /** @type {string[]} */
  let told = [];
  const answer = () => {
    rememberInAddress(form);
    show(root, form, positions, told);
  };
  // Where nothing was ever answered, the page shows what it came with.
  if (location.search || form.querySelector(":checked")) answer();
  form.addEventListener("change", answer);
  readCautions().then((cautions) => {
    told = cautions;
    if (told.length) show(root, form, positions, told);
  }).catch(reportError);
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
function rememberInAddress(form) {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (value) query.append(name, String(value));
  const address = query.size ? `?${query}` : location.pathname;
  history.replaceState(history.state, "", address + location.hash);
}

/**
 * @param {HTMLElement} root
 * @param {HTMLFormElement} form
 * @param {ReturnType<typeof readPosition>[]} positions
 * @param {string[]} told cautions of "About me"
 */
function show(root, form, positions, told) {
  const answers = new FormData(form);
  const seat = String(answers.get("seat") ?? "");
  root.querySelector("[data-desk]")?.toggleAttribute("hidden", WITHOUT_DESK.includes(seat));
  const [eases, missing] = [answers.getAll("eases").map(String), missingGear(answers)];
  const offered = offer(positions, seat, eases, missing, told);
  const against = whatIsAgainst(eases, missing, told);
  fill(root, "fitting", offered.fitting.map(card));
  fill(root, "may-not-suit", offered.mayNotSuit.map(card));
  const why = (/** @type {ReturnType<typeof readPosition>} */ position) => reasons(position, against);
  fill(root, "left-out", offered.leftOut.map((position) => leftOutItem(root, position.element, why(position))));
  find(root, "[data-told]", HTMLElement).hidden = told.length === 0;
  sayCount(root, offered.fitting.length);
}

/** @param {ReturnType<typeof readPosition>} position */
function card(position) {
  return position.element.cloneNode(true);
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
