// @ts-check
import { observation, painAt, quantity, scoreObservation } from "./fhir-observation.js";

/**
 * Words that the export needs, by key: "back", "leg", "reach", "stiffness", "sleep", "sitting", "driving", "session",
 * "score", "note", "person"; `codes` are the words of the check-in's codes.
 *
 * @typedef {{names: Record<string, string>, codes: import("./codes.js").Codes}} Words
 */

/** @typedef {Record<string, any>} Resource */

/**
 * Return a journal as a FHIR R4 Bundle (a collection): a Patient without identity, an Observation for each number, a
 * QuestionnaireResponse for each measure. LOINC codes stand where there are some: 72514-3 pain severity 0 to 10
 * reported, 93832-4 sleep duration, 55411-3 exercise duration; all else is named in words.
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
  if (!data?.at) return [];
  if (row.kind === "check-in") return checkInResources(row.id, data, words);
  if (row.kind === "measure") return measureResources(row.id, data, words);
  if (typeof data.seconds !== "number") return [];
  const minutes = quantity(Math.round(data.seconds / 6) / 10, "min");
  if (row.kind === "session") {
    const name = data.routine?.title ?? data.own_routine ?? words.names.session;
    return [observation(row.id, data, { text: name, loinc: "55411-3" }, minutes)];
  }
  const kind = { sit: "sitting", drive: "driving" }[row.kind];
  return kind ? [observation(row.id, data, { text: words.names[kind] }, minutes)] : [];
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
    typeof data.stiffness === "number"
      ? observation(`${id}-stiffness`, data, { text: names.stiffness }, { valueInteger: data.stiffness })
      : null,
    ...Object.entries(hours).map(([name, value]) => {
      const code = { text: names[name], ...(name === "sleep" ? { loinc: "93832-4" } : {}) };
      return typeof value === "number" ? observation(`${id}-${name}`, data, code, quantity(value, "h")) : null;
    }),
  ].filter((one) => one !== null);
  if (data.note) found.push(observation(`${id}-note`, data, { text: names.note }, { valueString: data.note }));
  return found;
}

/**
 * @param {string} id
 * @param {any} data
 * @param {Words} words
 */
function measureResources(id, data, { names }) {
  const response = {
    resourceType: "QuestionnaireResponse",
    id,
    status: "completed",
    identifier: { value: [data.instrument, data.version].filter(Boolean).join(" ") },
    authored: data.at.utc,
    item: data.items.map((/** @type {any} */ item) => ({
      linkId: item.code,
      ...(item.text ? { text: item.text } : {}),
      ...(typeof item.value === "number" ? { answer: [answerOf(item)] } : {}),
    })),
  };
  const pains = data.instrument === "nprs" ? data.items : [];
  return [
    response,
    ...pains.map((/** @type {any} */ { code, value }) => painAt(`${id}-${code}`, data, names[code] ?? code, value)),
    ...(typeof data.score === "number" ? [scoreObservation(`${id}-score`, data, names.score)] : []),
  ].filter((one) => one !== null);
}

/** @param {{value: number, answer?: string}} item */
function answerOf({ value, answer }) {
  if (answer) return { valueCoding: { code: String(value), display: answer } };
  return Number.isInteger(value) ? { valueInteger: value } : { valueDecimal: value };
}
