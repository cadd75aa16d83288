// @ts-check
import { phrase } from "../core/phrases.js";
import { dayNumber, dayText, numberText } from "./days.js";

const SHOWN = ["peg", "psfs", "global-change", "review"];

/**
 * Return a table row for each measure: its first and its last answer since a day.
 *
 * @param {ParentNode} root
 * @param {Journal.Row[]} measures oldest first
 * @param {number} from day
 * @returns {HTMLTableRowElement[]}
 */
export function measureRows(root, measures, from) {
  const seen = measures.filter(({ data }) => data?.at && dayNumber(/** @type {Journal.Moment} */ (data.at)) >= from);
  return SHOWN.flatMap((instrument) => {
    const own = seen.filter(({ data }) => data?.instrument === instrument);
    if (own.length === 0) return [];
    const row = document.createElement("tr");
    const head = document.createElement("th");
    head.scope = "row";
    head.textContent = phrase(root, `${instrument}-row`);
    row.append(head, cell(own[0]), cell(own[own.length - 1]));
    return [row];
  });
}

/** @param {Journal.Row} row */
function cell({ data }) {
  const node = document.createElement("td");
  const record = /** @type {any} */ (data);
  const short = /** @type {const} */ ({ day: "numeric", month: "short" });
  const answer = record.items[0]?.answer ?? (typeof record.score === "number" ? numberText(record.score, 2) : "–");
  node.textContent = `${answer} (${dayText(dayNumber(record.at), short)})`;
  return node;
}
