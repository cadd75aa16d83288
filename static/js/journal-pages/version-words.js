// @ts-check
import { phrase } from "../core/phrases.js";
import { wordOf } from "./codes.js";
import { dayNumber, dayText, numberText, timeText } from "./days.js";
import { recordWords } from "./record-words.js";
import { isNumber } from "./summary.js";
import { WEEKLY } from "./weekly-goal.js";

/** @typedef {import("./codes.js").Codes} Codes */

/**
 * Say everything that one version of a record holds, line by line: what the list says, and what it leaves out.
 *
 * @param {HTMLElement} root
 * @param {Codes} codes
 * @param {Journal.Row} row
 * @returns {string[]}
 */
export function versionLines(root, codes, row) {
  const data = /** @type {any} */ (row.data ?? {});
  const items = row.kind === "measure" ? data.items : [];
  const lines = [
    // A goal's time says when it was written, which is nothing to choose by.
    row.kind === "goal" ? "" : whenText(row),
    ...(row.kind === "goal" ? goalLines(root, data) : recordWords(root, codes, row)),
    ...items.map((/** @type {any} */ item) => `${item.text || wordOf({}, "", item.code)}: ${item.answer ?? numberText(item.value ?? 0, 2)}`),
    data.note ? phrase(root, "version-note", { note: data.note }) : "",
  ];
  return lines.filter(Boolean);
}

/**
 * Return what a record is, and its day.
 *
 * @param {HTMLElement} root
 * @param {Codes} codes
 * @param {Journal.Row} row
 */
export function recordName(root, codes, row) {
  if (row.kind === "goal") return phrase(root, "kind-goal");
  return [wordOf(codes, "kind", row.kind), whenText(row)].filter(Boolean).join(", ");
}

/** @param {Journal.Row} row */
function whenText({ data }) {
  const at = /** @type {Journal.Moment | undefined} */ (data?.at);
  return at ? `${dayText(dayNumber(at))}, ${timeText(at)}` : "";
}

/**
 * @param {HTMLElement} root
 * @param {any} goal
 */
function goalLines(root, goal) {
  const days = goal.type === WEEKLY && isNumber(goal.days_per_week);
  return [
    goal.title ?? "",
    days ? phrase(root, "version-days", { days: numberText(goal.days_per_week) }) : "",
    goal.done ? phrase(root, "version-reached") : "",
  ];
}
