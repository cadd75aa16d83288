// @ts-check
import { dayNumber, minuteOfDay } from "./days.js";

/** How far down the leg, nearest first. */
export const REACHES = ["none", "buttock", "thigh", "knee", "calf", "foot"];

/** @param {number} index of `REACHES` */
export function reachCode(index) {
  return REACHES[Math.round(index)];
}

/**
 * What one day held.
 *
 * @typedef {object} Day
 * @property {number[]} back pain of each check-in
 * @property {number[]} leg
 * @property {number | null} reach furthest point down the leg, index of `REACHES`
 * @property {number} sessions
 * @property {number | null} sitting hours: what the person said last, else what was timed
 * @property {number | null} driving hours, likewise
 */

/** @typedef {{day: number, minute: number, back: number | null, leg: number | null, reach: number | null}} Point one check-in */

/**
 * Sum up records by day, in one pass.
 *
 * @param {Journal.Row[]} rows oldest first
 * @returns {Map<number, Day>} by day number, in no order
 */
export function byDay(rows) {
  /** @type {Map<number, Day & {timed: {sit: number, drive: number}}>} */
  const days = new Map();
  for (const { kind, data } of rows) {
    if (!data?.at) continue;
    const number = dayNumber(/** @type {Journal.Moment} */ (data.at));
    let day = days.get(number);
    if (!day) days.set(number, (day = emptyDay()));
    if (kind === "check-in") addCheckIn(day, data);
    else if (kind === "session") day.sessions += 1;
    else if (kind === "sit" || kind === "drive") day.timed[kind] += Number(data.seconds ?? 0) / 3600;
  }
  for (const day of days.values()) {
    if (day.sitting === null && day.timed.sit > 0) day.sitting = Math.min(24, day.timed.sit);
    if (day.driving === null && day.timed.drive > 0) day.driving = Math.min(24, day.timed.drive);
  }
  return days;
}

function emptyDay() {
  return { back: [], leg: [], reach: null, sessions: 0, sitting: null, driving: null, timed: { sit: 0, drive: 0 } };
}

/**
 * @param {Day} day
 * @param {Journal.Data} data
 */
function addCheckIn(day, data) {
  if (typeof data.back === "number") day.back.push(data.back);
  if (typeof data.leg === "number") day.leg.push(data.leg);
  const reach = reachOf(data);
  if (reach !== null) day.reach = Math.max(day.reach ?? 0, reach);
  if (typeof data.sitting_hours === "number") day.sitting = data.sitting_hours;
  if (typeof data.driving_hours === "number") day.driving = data.driving_hours;
}

/** @param {Journal.Data} data */
function reachOf(data) {
  const reach = REACHES.indexOf(String(data.reach ?? ""));
  return reach < 0 ? null : reach;
}

/**
 * Return the check-ins of one day as points.
 *
 * @param {Journal.Row[]} rows
 * @param {number} day
 * @returns {Point[]}
 */
export function pointsOf(rows, day) {
  return rows
    .filter(({ kind, data }) => kind === "check-in" && data?.at && dayNumber(/** @type {Journal.Moment} */ (data.at)) === day)
    .map(({ data }) => ({
      day,
      minute: minuteOfDay(/** @type {Journal.Moment} */ (data?.at)),
      back: typeof data?.back === "number" ? data.back : null,
      leg: typeof data?.leg === "number" ? data.leg : null,
      reach: reachOf(data ?? {}),
    }));
}

/**
 * Return the first day of the week of a day; weeks begin on Monday.
 *
 * @param {number} day
 */
export function weekOf(day) {
  return day - ((((day + 3) % 7) + 7) % 7);
}

/**
 * Count the days with a session in each week from one day to another.
 *
 * @param {Map<number, Day>} days
 * @param {number} from
 * @param {number} to both included
 * @returns {{week: number, days: number}[]}
 */
export function sessionWeeks(days, from, to) {
  const weeks = [];
  for (let week = weekOf(from); week <= to; week += 7) {
    let count = 0;
    for (let day = week; day < week + 7; day += 1) if (days.get(day)?.sessions) count += 1;
    weeks.push({ week, days: count });
  }
  return weeks;
}
