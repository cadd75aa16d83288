// @ts-check
import { phrase } from "../core/phrases.js";
import { wordOf } from "./codes.js";

/**
 * Say in a few words what a check-in holds; the words are in the templates `say-…` and the codes.
 *
 * @param {ParentNode} root
 * @param {import("./codes.js").Codes} codes
 * @param {Journal.Data} data
 * @returns {string[]} parts
 */
export function checkInWords(root, codes, data) {
  const say = (/** @type {string} */ name, /** @type {unknown} */ value) => phrase(root, `say-${name}`, { value: String(value) });
  const parts = ["back", "leg"].filter((name) => isNumber(data[name])).map((name) => say(name, data[name]));
  if (data.reach && data.reach !== "none") parts.push(wordOf(codes, "reach", data.reach));
  if (data.side && data.side !== "none") parts.push(wordOf(codes, "leg", data.side));
  for (const one of /** @type {any[]} */ (data.regions ?? [])) parts.push(regionWords(codes, one));
  for (const name of ["stiffness", "sleep_hours", "sleep_quality", "sitting_hours", "driving_hours"]) {
    if (isNumber(data[name])) parts.push(say(name.replace("_", "-"), data[name]));
  }
  parts.push(...listWords(codes, "activity", data.activities), ...listWords(codes, "trigger", data.triggers));
  return parts;
}

/**
 * @param {import("./codes.js").Codes} codes
 * @param {{region: string, side?: string, intensity?: number, qualities?: string[]}} one
 */
function regionWords(codes, { region, side, intensity, qualities = [] }) {
  const more = [
    ...(side ? [wordOf(codes, "side", side)] : []),
    ...(isNumber(intensity) ? [String(intensity)] : []),
    ...qualities.map((quality) => wordOf(codes, "quality", quality)),
  ];
  return wordOf(codes, "region", region) + (more.length ? ` (${more.join(", ")})` : "");
}

/**
 * @param {import("./codes.js").Codes} codes
 * @param {string} list
 * @param {unknown} values
 */
function listWords(codes, list, values) {
  return Array.isArray(values) ? values.map((value) => wordOf(codes, list, value)) : [];
}

/** @param {unknown} value */
export function isNumber(value) {
  return typeof value === "number" && Number.isFinite(value);
}
