// @ts-check
import { find, slot } from "../core/dom.js";
import { moment } from "../core/moment.js";
import { keepRecord } from "./kept.js";

/**
 * Return a number that was chosen in a form.
 *
 * @param {HTMLFormElement} form
 * @param {string} name
 * @returns {number | null} null where nothing was chosen
 */
export function numberOf(form, name) {
  const value = new FormData(form).get(name);
  return value === null || value === "" ? null : Number(value);
}

/**
 * Keep a try as a `sit` record.
 *
 * @param {HTMLElement} root
 * @param {Sitting.Sample} state
 * @param {{slug: string, title: string, document: string}} position
 * @returns {Promise<Journal.Data | null>} what was kept, or null where it could not be; the answers stay
 */
export async function keepTry(root, state, { slug, title, document }) {
  const form = find(root, "[data-after-form]", HTMLFormElement);
  const answers = new FormData(form);
  const scores = { comfort_before: state.before, comfort: numberOf(form, "after") };
  const given = Object.fromEntries(Object.entries(scores).filter(([, value]) => value !== null));
  const data = {
    at: moment(new Date(state.from)),
    ended: moment(new Date(state.since)),
    position: { document, slug, title },
    seat: state.seat,
    seconds: Math.max(0, Math.round((state.since - state.from) / 1000)),
    leg: String(answers.get("leg") ?? ""),
    keep: answers.get("keep") !== null,
    ...given,
  };
  const problems = find(root, "[data-problems]", HTMLElement);
  try {
    await keepRecord("sit", data);
  } catch (error) {
    problems.replaceChildren(slot(root, "not-kept", {}));
    reportError(error);
    return null;
  }
  problems.replaceChildren();
  form.reset();
  return data;
}
