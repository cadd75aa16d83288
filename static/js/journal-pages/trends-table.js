// @ts-check
import { find } from "../core/dom.js";
import { phrase } from "../core/phrases.js";
import { reachCode } from "./aggregate.js";
import { wordOf } from "./codes.js";
import { dayText, numberText } from "./days.js";
import { tableRows } from "./trends-weeks.js";

/** What to fill in when a folded table is opened. @type {WeakMap<HTMLDetailsElement, () => void>} */
const waiting = new WeakMap();

/**
 * Fill the table of every chart, which says the same as the chart.
 *
 * @param {HTMLElement} root
 * @param {import("./codes.js").Codes} codes
 * @param {import("./trends-data.js").Trends} trends
 */
export function showTables(root, codes, { back, leg, reach, weeks, sitting, driving }) {
  const number = (/** @type {number} */ value) => numberText(value);
  fillTable(root, "back", { daily: back.daily, rolling: back.rolling }, number);
  fillTable(root, "leg", { daily: leg.daily, rolling: leg.rolling }, number);
  fillTable(root, "reach", { reach }, (value) => wordOf(codes, "reach", reachCode(value)));
  fillTable(root, "weeks", { days: weeks.map(({ week, days }) => ({ day: week, value: days })) }, number);
  fillTable(root, "sitting", { hours: sitting }, number);
  fillTable(root, "driving", { hours: driving }, number);
}

/**
 * Fill one table, when it is opened.
 *
 * @param {HTMLElement} root
 * @param {string} name of the chart
 * @param {Record<string, import("./stats.js").DayValue[]>} columns
 * @param {(value: number) => string} text
 */
function fillTable(root, name, columns, text) {
  const figure = find(root, `[data-chart=${name}]`, HTMLElement);
  const folded = find(figure, "details", HTMLDetailsElement);
  const draw = () => drawRows(root, find(folded, "tbody", HTMLTableSectionElement), columns, text);
  if (!waiting.has(folded)) folded.addEventListener("toggle", () => folded.open && waiting.get(folded)?.());
  waiting.set(folded, draw);
  if (folded.open) draw();
}

/**
 * @param {HTMLElement} root
 * @param {HTMLTableSectionElement} body
 * @param {Record<string, import("./stats.js").DayValue[]>} columns
 * @param {(value: number) => string} text
 */
function drawRows(root, body, columns, text) {
  const rows = tableRows(columns).map(({ day, week, values }) => {
    const row = document.createElement("tr");
    const head = document.createElement("th");
    head.scope = "row";
    head.textContent = whenText(root, day, week);
    row.append(head, ...values.map((value) => cell(value === null ? "–" : text(value))));
    return row;
  });
  body.replaceChildren(...rows);
}

/**
 * @param {HTMLElement} root
 * @param {number} day with a fraction where it is a time of day
 * @param {boolean} week
 */
function whenText(root, day, week) {
  const short = dayText(Math.floor(day), { weekday: "short", day: "numeric", month: "short", year: "numeric" });
  if (week) return phrase(root, "week-of", { day: short });
  if (Number.isInteger(day)) return short;
  const minutes = Math.round((day % 1) * 1440);
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

/** @param {string} text */
function cell(text) {
  const node = document.createElement("td");
  node.textContent = text;
  return node;
}
