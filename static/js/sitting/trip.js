// @ts-check
import { announce } from "../core/announce.js";
import { find } from "../core/dom.js";
import { focusOn } from "../core/focus.js";
import { phrase } from "../core/phrases.js";
import { readMine, writeMine } from "../device/mine.js";
import { handOver } from "./calendar-file.js";
import { showError } from "./timer-form.js";
import { planTrip } from "./trip-plan.js";
import { eventsOf, showPlan } from "./trip-view.js";
import { localText, momentOf, ownZone } from "./zone.js";

const NAME = "trip";

/**
 * The trip plan's page. The answers are kept on the device as they are typed.
 *
 * @param {HTMLElement} root
 */
export function mount(root) {
  const form = find(root, "form", HTMLFormElement);
  fill(form);
  form.addEventListener("input", () => writeMine(NAME, answersOf(form)));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const plan = readPlan(root, form);
    if (!plan) return;
    showPlan(root, plan.steps, plan.zone);
    announce(phrase(root, "say-planned"));
    focusOn(find(root, "[data-plan] h2", HTMLElement));
  });
  root.addEventListener("click", (event) => {
    const act = event.target instanceof Element ? event.target.closest("[data-act]")?.getAttribute("data-act") : null;
    if (act === "print") print();
    if (act === "calendar") giveFile(root, form);
    if (act === "forget") forget(root, form);
  });
  root.inert = false;
  const kept = readMine(NAME);
  const plan = kept?.start && kept?.hours ? readPlan(root, form) : null;
  if (plan) showPlan(root, plan.steps, plan.zone);
}

/**
 * @param {HTMLElement} root
 * @param {HTMLFormElement} form
 * @returns {{steps: ReturnType<typeof planTrip>, zone: string} | null} null where an answer is missing; the field says so
 */
function readPlan(root, form) {
  const zone = ownZone();
  const field = (/** @type {string} */ name) => find(form, `[name=${name}]`, HTMLInputElement);
  const start = momentOf(field("start").value, zone);
  const hours = Number(field("hours").value);
  const wrong = { hours: !(hours >= 0.5 && hours <= 24), start: Number.isNaN(start) };
  showError(field("hours"), wrong.hours);
  showError(field("start"), wrong.start); // the first wrong field of the form keeps the focus
  if (wrong.hours || wrong.start) return null;
  const answers = answersOf(form);
  const minutes = Math.round(hours * 60);
  const wish = { start, minutes, every: Number(answers.every), rest: Number(answers.rest), picnic: answers.picnic === true };
  return { steps: planTrip(wish, (at) => hourIn(at, zone)), zone };
}

/** @type {(at: number, zone: string) => number} */
function hourIn(at, zone) {
  const text = localText(at, zone);
  return Number(text.slice(9, 11)) + Number(text.slice(11, 13)) / 60;
}

/**
 * @param {HTMLElement} root
 * @param {HTMLFormElement} form
 */
function giveFile(root, form) {
  const plan = readPlan(root, form);
  if (!plan) return;
  const events = eventsOf(root, plan.steps, new URL("..", location.href).href);
  handOver({ name: phrase(root, "calendar-name"), zone: plan.zone, stamp: Date.now(), events }, "hipcare-trip");
  announce(phrase(root, "say-made"));
}

/**
 * @param {HTMLElement} root
 * @param {HTMLFormElement} form
 */
function forget(root, form) {
  writeMine(NAME, null);
  form.reset();
  find(root, "[data-plan]", HTMLElement).hidden = true;
  announce(phrase(root, "say-forgotten"));
  find(form, "[name=start]", HTMLInputElement).focus();
}

/**
 * @param {HTMLFormElement} form
 * @returns {Record<string, string | boolean>}
 */
function answersOf(form) {
  const value = (/** @type {HTMLInputElement} */ field) => (field.type === "checkbox" ? field.checked : field.value);
  return Object.fromEntries(fieldsOf(form).map((field) => [field.name, value(field)]));
}

/** @param {HTMLFormElement} form */
function fill(form) {
  const kept = readMine(NAME) ?? {};
  for (const field of fieldsOf(form)) {
    const value = kept[field.name];
    if (field.type === "checkbox" && typeof value === "boolean") field.checked = value;
    else if (typeof value === "string") field.value = value;
  }
}

/** @param {HTMLFormElement} form */
function fieldsOf(form) {
  return /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll("input, select")]);
}
