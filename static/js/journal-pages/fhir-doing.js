// @ts-check
import { observation, painAt, quantity } from "./fhir-observation.js";

/** @typedef {import("./fhir.js").Words} Words */
/** @typedef {import("./fhir.js").Resource} Resource */

/** The kinds of what was done, by the key of their name. @type {Record<string, string>} */
const NAMES = { session: "session", sit: "sitting-time", drive: "driving-time", break: "break" };

/** How a leg was after sitting, by the key of its words. @type {Record<string, string>} */
const LEGS = { up: "drawing-back", same: "same", down: "further-down" };

/**
 * Return what was done: how long, and how it felt before and after.
 *
 * @param {Journal.Row} row a session, a sit, a drive or a break
 * @param {Words} words
 * @returns {Resource[]}
 */
export function doingResources({ id, kind, data: held }, { names }) {
  const data = /** @type {any} */ (held);
  const text = data.routine?.title ?? data.own_routine ?? data.position?.title ?? data.move?.title ?? names[NAMES[kind]];
  const loinc = kind === "session" ? { loinc: "55411-3" } : {};
  const minutes = typeof data.seconds === "number" ? quantity(Math.round(data.seconds / 6) / 10, "min") : null;
  return [
    ...(minutes && NAMES[kind] ? [observation(id, data, { text, ...loinc }, minutes)] : []),
    ...feelingsAt(id, data, "before", names),
    ...feelingsAt(id, data, "after", names),
  ];
}

/**
 * @param {string} id
 * @param {any} data
 * @param {"before" | "after"} when
 * @param {Record<string, string>} names
 * @returns {Resource[]}
 */
function feelingsAt(id, data, when, names) {
  const at = { at: when === "after" ? (data.ended ?? data.at) : data.at };
  const felt = data[when] ?? {};
  const comfort = when === "before" ? data.comfort_before : data.comfort;
  const name = (/** @type {string} */ what) => ({ text: `${names[what]}, ${names[when]}` });
  const change = names[felt.leg_change ?? (when === "after" ? LEGS[data.leg] : "")];
  return [
    ...["back", "leg"].map((part) => painAt(`${id}-${when}-${part}`, at, names[part], felt[part], name(part).text)),
    change ? observation(`${id}-${when}-change`, at, name("leg"), { valueString: change }) : null,
    typeof comfort === "number" ? observation(`${id}-${when}-comfort`, at, name("comfort"), { valueInteger: comfort }) : null,
  ].filter((one) => one !== null);
}
