// @ts-check
import { wallTime } from "./fhir-observation.js";

/** @type {readonly [string, (row: Journal.Row, data: any) => unknown][]} */
const COLUMNS = [
  ["kind", (row) => row.kind],
  ["time", (_, data) => (data.at ? wallTime(data.at) : "")],
  ["zone", (_, data) => data.at?.zone],
  ["ended", (_, data) => (data.ended ? wallTime(data.ended) : "")],
  ["back", (_, data) => data.back],
  ["leg", (_, data) => data.leg],
  ["reach", (_, data) => data.reach],
  ["side", (_, data) => data.side],
  ["regions", (_, data) => (data.regions ?? []).map(regionText).join("; ")],
  ["stiffness", (_, data) => data.stiffness],
  ["sleep_hours", (_, data) => data.sleep_hours],
  ["sleep_quality", (_, data) => data.sleep_quality],
  ["sitting_hours", (_, data) => data.sitting_hours],
  ["driving_hours", (_, data) => data.driving_hours],
  ["activities", (_, data) => (data.activities ?? []).join("; ")],
  ["triggers", (_, data) => (data.triggers ?? []).join("; ")],
  ["what", (_, data) => data.routine?.title ?? data.own_routine ?? data.position?.title ?? data.move?.title ?? data.title],
  ["moves", (_, data) => (data.moves ?? []).map((/** @type {any} */ one) => `${one.move.title}: ${one.outcome}`).join("; ")],
  ["seconds", (_, data) => data.seconds],
  ["outcome", (_, data) => data.outcome],
  ["before_back", (_, data) => data.before?.back],
  ["after_back", (_, data) => data.after?.back],
  ["comfort_before", (_, data) => data.comfort_before],
  ["comfort", (_, data) => data.comfort],
  ["stops", (_, data) => data.stops],
  ["measure", (_, data) => data.instrument],
  ["answers", (_, data) => (data.items ?? []).map((/** @type {any} */ one) => `${one.text || one.code}: ${one.value}`).join("; ")],
  ["score", (_, data) => data.score],
  ["note", (_, data) => data.note],
  ["id", (row) => row.id],
];

/**
 * Return a journal as a table: RFC 4180, with a mark of UTF-8 at its start for spreadsheets.
 *
 * @param {Journal.Row[]} rows
 * @returns {string}
 */
export function csvOf(rows) {
  const lines = rows
    .filter(({ kind }) => kind !== "profile")
    .map((row) => COLUMNS.map(([, read]) => cell(read(row, row.data ?? {}))).join(","));
  return `\ufeff${[COLUMNS.map(([name]) => name).join(","), ...lines].join("\r\n")}\r\n`;
}

/** @param {any} one */
function regionText({ region, side, intensity, qualities = [] }) {
  return [region, side, intensity, ...qualities].filter((part) => part !== undefined && part !== null).join(" ");
}

/** @param {unknown} value */
function cell(value) {
  if (typeof value === "number") return String(value);
  // A spreadsheet would take a text that begins like this as a formula.
  const text = String(value ?? "").replace(/^(?=[=+\-@\t\r])/, "'");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
