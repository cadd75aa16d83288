// @ts-check
import { phrase } from "../core/phrases.js";
import { readCodes } from "./codes.js";
import { doingResources } from "./fhir-doing.js";
import { goalResources, measureResources } from "./fhir-measure.js";
import { observation, painAt, quantity } from "./fhir-observation.js";

/** The names that the export needs, each in a template `fhir-…`. */
const NAMES = [
  "back", "leg", "reach", "stiffness", "sleep", "sleep-quality", "sitting", "driving", "session", "sitting-time",
  "driving-time", "break", "before", "after", "further-down", "same", "drawing-back", "comfort", "score", "note",
  "weekly", "person",
];

/**
 * Words that the export needs, by key; `codes` are the words of the check-in's codes.
 *
 * @typedef {{names: Record<string, string>, codes: import("./codes.js").Codes}} Words
 */

/** @typedef {Record<string, any>} Resource */

/**
 * Read the words of the export from the page's templates.
 *
 * @param {ParentNode} root
 * @returns {Words}
 */
export function readWords(root) {
  return { names: Object.fromEntries(NAMES.map((name) => [name, phrase(root, `fhir-${name}`)])), codes: readCodes(root) };
}

/**
 * Return a journal as a FHIR R4 Bundle (a collection): a Patient without identity, an Observation for each number, a
 * QuestionnaireResponse for each measure, a Goal for each goal. LOINC codes stand where there are some: 72514-3 pain
 * severity 0 to 10 reported, 93832-4 sleep duration, 55411-3 exercise duration; all else is named in words.
 *
 * @param {Journal.Row[]} rows
 * @param {Words} words
 * @param {{now: Date, newId: () => string}} world
 * @returns {Resource}
 */
export function fhirBundle(rows, words, { now, newId }) {
  const person = `urn:uuid:${newId()}`;
  const subject = { reference: person };
  const resources = rows.flatMap((row) => resourcesOf(row, words).map((resource) => ({ ...resource, subject })));
  const patient = { resourceType: "Patient", name: [{ text: words.names.person }] };
  const entry = [
    { fullUrl: person, resource: patient },
    ...resources.map((resource) => ({ fullUrl: `urn:uuid:${newId()}`, resource })),
  ];
  return { resourceType: "Bundle", type: "collection", timestamp: now.toISOString(), entry };
}

/**
 * @param {Journal.Row} row
 * @param {Words} words
 * @returns {Resource[]}
 */
function resourcesOf(row, words) {
  const data = /** @type {any} */ (row.data);
  if (row.kind === "goal" && data) return goalResources(row.id, data, words);
  if (!data?.at) return [];
  if (row.kind === "check-in") return checkInResources(row.id, data, words);
  if (row.kind === "measure") return measureResources(row.id, data, words);
  return row.kind === "profile" ? [] : doingResources(row, words);
}

/**
 * @param {string} id
 * @param {any} data
 * @param {Words} words
 */
function checkInResources(id, data, { names, codes }) {
  const hours = { sleep: data.sleep_hours, sitting: data.sitting_hours, driving: data.driving_hours };
  const found = [
    ...["back", "leg"].map((part) => painAt(`${id}-${part}`, data, names[part], data[part])),
    ...(data.regions ?? []).map((/** @type {any} */ { region, side, intensity }) => {
      const place = [codes.region?.[region] ?? region, side ? (codes.side?.[side] ?? side) : ""].filter(Boolean).join(", ");
      return painAt(`${id}-${region}`.slice(0, 64), data, place, intensity);
    }),
    data.reach ? observation(`${id}-reach`, data, { text: names.reach }, { valueString: codes.reach?.[data.reach] ?? data.reach }) : null,
    ...["stiffness", "sleep_quality"].map((field) => {
      const name = field.replace("_", "-");
      const value = data[field];
      return typeof value === "number" ? observation(`${id}-${name}`, data, { text: names[name] }, { valueInteger: value }) : null;
    }),
    ...Object.entries(hours).map(([name, value]) => {
      const code = { text: names[name], ...(name === "sleep" ? { loinc: "93832-4" } : {}) };
      return typeof value === "number" ? observation(`${id}-${name}`, data, code, quantity(value, "h")) : null;
    }),
  ].filter((one) => one !== null);
  if (data.note) found.push(observation(`${id}-note`, data, { text: names.note }, { valueString: data.note }));
  return found;
}
