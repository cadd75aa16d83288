// @ts-check
import { outcome } from "../library/about-me-rules.js";
import { PREFIX, readPage } from "./pages.js";

/**
 * What the answers of "About me" ask of this person before starting, beside the moves that they change.
 *
 * @typedef {{id: string, text: string}} Asked a question because of which to ask a clinician first
 * @typedef {{askFirst: Asked[], set: string}} Told set: "surgery", "gentle", "flexible" or empty
 */

/**
 * Work it out from the page that asks: only that knows its questions and what each answer means.
 *
 * @param {import("../library/profile.js").Profile} profile
 * @returns {Promise<Told>}
 */
export async function readTold({ answers = {}, set = "" }) {
  const page = Object.keys(answers).length ? await readPage(`${PREFIX}/about-me/`) : null;
  if (!page) return { askFirst: [], set };
  const asked = [...page.querySelectorAll("[data-question]")].map(questionOn);
  const found = outcome(asked, answers);
  return { askFirst: asked.filter(({ id }) => found.askFirst.includes(id)), set: found.set };
}

/** @param {Element} element */
function questionOn(element) {
  const { question = "", yes = "", notSure = "" } = /** @type {HTMLElement} */ (element).dataset;
  const text = element.querySelector("legend")?.textContent?.trim() ?? "";
  return { id: question, yes: JSON.parse(yes), notSure: JSON.parse(notSure), text };
}

/**
 * Name all that was told, so that it can be seen whether it has changed.
 *
 * @param {import("./swaps.js").Body} body
 * @param {Told} told
 */
export function nameOf({ cautions, lacking }, { askFirst, set }) {
  return JSON.stringify([[...cautions].sort(), lacking, askFirst.map(({ id }) => id), set]);
}
