// @ts-check
import { phrase } from "../core/phrases.js";
import { numberText } from "./days.js";
import { checkInWords, isNumber } from "./summary.js";

/**
 * Say in a few words what a record holds.
 *
 * @param {ParentNode} root holds the templates
 * @param {import("./codes.js").Codes} codes
 * @param {Journal.Row} row
 * @returns {string[]} parts
 */
export function recordWords(root, codes, { kind, data }) {
  const words = WORDS[kind];
  return data && words ? words(root, data, codes).filter(Boolean) : [];
}

/** @type {Record<string, (root: ParentNode, data: any, codes: import("./codes.js").Codes) => string[]>} */
const WORDS = {
  "check-in": (root, data, codes) => checkInWords(root, codes, data),
  session: sessionWords,
  sit: sitWords,
  break: (root, data) => [data.move?.title ?? "", minutes(root, data), outcome(root, data), feeling(root, data)],
  drive: (root, data) => [
    minutes(root, data),
    data.stops ? phrase(root, "say-stops", { value: String(data.stops) }) : "",
    change(root, data),
  ],
  measure: measureWords,
};

/** @type {(root: ParentNode, data: any) => string[]} */
function sessionWords(root, data) {
  const moves = data.moves ?? [];
  const done = moves.filter((/** @type {any} */ one) => one.outcome === "done").length;
  const title = data.routine?.title ?? data.own_routine ?? (moves.length === 1 ? moves[0].move.title : "");
  return [
    title,
    minutes(root, data),
    moves.length > 1 ? phrase(root, "say-moves", { value: String(done) }) : "",
    outcome(root, data),
    change(root, data),
    feeling(root, data),
  ];
}

/** @type {(root: ParentNode, data: any) => string[]} */
function sitWords(root, data) {
  const [before, after] = [data.comfort_before, data.comfort];
  const comfort = isNumber(before) && isNumber(after);
  return [
    data.position?.title ?? "",
    minutes(root, data),
    comfort ? phrase(root, "say-comfort", { before: String(before), after: String(after) }) : "",
  ];
}

/** @type {(root: ParentNode, data: any) => string[]} */
function measureWords(root, data) {
  const known = root.querySelector(`template[data-slot="say-instrument-${CSS.escape(data.instrument)}"]`);
  const title = phrase(root, `say-instrument-${known ? data.instrument : "other"}`);
  const items = data.items.length > 1 ? [] : [data.items[0]?.answer ?? ""];
  const score = isNumber(data.score) && !items[0] ? phrase(root, "say-score", { value: numberText(data.score) }) : "";
  return [title, ...items, score];
}

/** @type {(root: ParentNode, data: any) => string} */
function minutes(root, data) {
  if (!isNumber(data.seconds)) return "";
  return phrase(root, "say-minutes", { value: numberText(data.seconds / 60, 0) });
}

/** @type {(root: ParentNode, data: any) => string} */
function outcome(root, data) {
  return ["stopped", "part", "skipped", "put-off"].includes(data.outcome) ? phrase(root, `say-outcome-${data.outcome}`) : "";
}

/** @type {(root: ParentNode, data: any) => string} */
function feeling(root, data) {
  return ["better", "same", "worse"].includes(data.feeling) ? phrase(root, `say-feeling-${data.feeling}`) : "";
}

/** @type {(root: ParentNode, data: any) => string} */
function change(root, data) {
  const [before, after] = [data.before?.back, data.after?.back];
  if (!isNumber(before) || !isNumber(after)) return "";
  return phrase(root, "say-before-after", { before: String(before), after: String(after) });
}
