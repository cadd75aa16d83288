// @ts-check

const LOINC = "http://loinc.org";
const UCUM = "http://unitsofmeasure.org";
const SURVEY = { system: "http://terminology.hl7.org/CodeSystem/observation-category", code: "survey" };
const PAIN = "72514-3";

/**
 * @param {string} id
 * @param {any} data of the record; its time is the observation's
 * @param {{text: string, loinc?: string}} code
 * @param {Record<string, unknown>} value such as `{valueInteger: 3}`
 */
export function observation(id, data, { text, loinc }, value) {
  return {
    resourceType: "Observation",
    id,
    status: "final",
    category: [{ coding: [SURVEY] }],
    code: { ...(loinc ? { coding: [{ system: LOINC, code: loinc }] } : {}), text },
    ...timeOf(data),
    ...value,
  };
}

/**
 * Return pain at a place, or null where no number was given.
 *
 * @param {string} id
 * @param {any} data
 * @param {string} place
 * @param {unknown} value 0 to 10
 * @param {string} [text] what it is called, where that is more than the place
 */
export function painAt(id, data, place, value, text = place) {
  if (typeof value !== "number") return null;
  return { ...observation(id, data, { text, loinc: PAIN }, { valueInteger: value }), bodySite: { text: place } };
}

/**
 * @param {number} value
 * @param {string} unit of UCUM
 */
export function quantity(value, unit) {
  return { valueQuantity: { value, unit, system: UCUM, code: unit } };
}

/** @param {any} data */
function timeOf({ at, ended }) {
  if (!ended || Date.parse(ended.utc) < Date.parse(at.utc)) return { effectiveDateTime: wallTime(at) };
  return { effectivePeriod: { start: wallTime(at), end: wallTime(ended) } };
}

/**
 * Return a moment as the clock read where it was, with its distance from UTC.
 *
 * @param {Journal.Moment} at
 * @returns {string} such as "2026-11-21T14:05:00+01:00"
 */
export function wallTime({ utc, offset }) {
  const local = new Date(Date.parse(utc) + offset * 60_000).toISOString().slice(0, 19);
  const minutes = Math.abs(offset);
  const pad = (/** @type {number} */ value) => String(value).padStart(2, "0");
  return `${local}${offset < 0 ? "-" : "+"}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}
