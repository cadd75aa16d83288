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
  ["moves", (_, data) => (data.moves ?? []).map((/** @type {any} */ one) => `${one.move.title}: ${[one.outcome, one.feeling].filter(Boolean).join(", ")}`).join("; ")],
  ["seconds", (_, data) => data.seconds],
  ["outcome", (_, data) => data.outcome],
  ["reason", (_, data) => data.reason],
  ["feeling", (_, data) => data.feeling],
  ["before_back", (_, data) => data.before?.back],
  ["after_back", (_, data) => data.after?.back],
  ["before_leg", (_, data) => data.before?.leg],
  ["after_leg", (_, data) => data.after?.leg],
  ["before_leg_change", (_, data) => data.before?.leg_change],
  ["after_leg_change", (_, data) => data.after?.leg_change],
  ["comfort_before", (_, data) => data.comfort_before],
  ["comfort", (_, data) => data.comfort],
  ["stops", (_, data) => data.stops],
  ["measure", (_, data) => data.instrument],
  ["answers", (_, data) => (data.items ?? []).map((/** @type {any} */ one) => `${one.text || one.code}: ${one.value}`).join("; ")],
  ["score", (_, data) => data.score],
  ["goal", (row, data) => (row.kind === "goal" ? data.type : "")],
  ["days_per_week", (_, data) => data.days_per_week],
  ["target", (_, data) => data.target],
  ["until", (_, data) => (data.until ? wallTime(data.until) : "")],
  ["done", (_, data) => (data.done ? wallTime(data.done) : "")],
  ["note", (_, data) => data.note],
  ["id", (row) => row.id],
  ["conflict_of", (_, data) => data.conflict_of],
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
