// @ts-check
import { pointsOf, sessionWeeks, weekOf } from "./aggregate.js";
import { median, rollingMedian } from "./stats.js";

/**
 * A change of less than this may be measuring error alone: the minimum detectable change of the 0 to 10 scale in low
 * back pain (Childs, Piva and Fritz, Spine 2005;30(11):1331-4: standard error 1.02, detectable change 2 points).
 */
export const DETECTABLE = 2;

/** So many days with a session make a week full, for somebody who would like more days too: rest is part of it. */
const FULL_WEEK = 3;

/**
 * Return how many days make a week full; less where the person would like less.
 *
 * @param {number} wanted days a week that the person would like
 */
export function daysForFullWeek(wanted) {
  return Math.min(wanted, FULL_WEEK);
}

/** Days that each period looks back; weeks of it are whole. @type {Record<string, number>} */
const SPANS = { day: 1, month: 28, quarter: 91 };

/** @typedef {import("./stats.js").DayValue} DayValue */

/**
 * @typedef {object} Pain
 * @property {DayValue[]} daily medians of the days, or every check-in where the period is one day
 * @property {DayValue[]} rolling 7-day medians; none where the period is one day
 * @property {{median: number, low: number, high: number, days: number} | null} sum
 * @property {{now: number, before: number} | null} weeks medians of the last 7 days and of the 7 before
 */

/**
 * @typedef {object} Trends
 * @property {number} from first day
 * @property {number} to last day
 * @property {Pain} back
 * @property {Pain} leg
 * @property {DayValue[]} reach index of how far down the leg, by day
 * @property {{week: number, days: number}[]} weeks with the number of days with a session
 * @property {DayValue[]} sitting hours
 * @property {DayValue[]} driving hours
 */

/**
 * Work out everything that the trends page shows.
 *
 * @param {Map<number, import("./aggregate.js").Day>} days those of the week before the period too
 * @param {string} period
 * @param {number} today
 * @param {Journal.Row[]} [rows] of today, where that is the period
 * @returns {Trends}
 */
export function trendsOf(days, period, today, rows = []) {
  const from = firstDay(days, period, today);
  const numbers = [...days.keys()].sort((one, other) => one - other).filter((day) => day <= today);
  const seen = numbers.filter((day) => day >= from);
  const points = period === "day" ? pointsOf(rows, today) : null;
  const pain = (/** @type {"back" | "leg"} */ part) => painOf(days, numbers, part, { from, today, points });
  const series = (/** @type {"reach" | "sitting" | "driving"} */ name) =>
    seen.flatMap((day) => {
      const value = days.get(day)?.[name] ?? null;
      return value === null ? [] : [{ day, value }];
    });
  return {
    from,
    to: today,
    back: pain("back"),
    leg: pain("leg"),
    reach: series("reach"),
    weeks: sessionWeeks(days, from, today),
    sitting: series("sitting"),
    driving: series("driving"),
  };
}

/**
 * @param {Map<number, import("./aggregate.js").Day>} days
 * @param {string} period
 * @param {number} today
 */
function firstDay(days, period, today) {
  const span = SPANS[period];
  if (span) return today - span + 1;
  let first = today - 6;
  for (const day of days.keys()) first = Math.min(first, day);
  return weekOf(first);
}

/**
 * @param {Map<number, import("./aggregate.js").Day>} days
 * @param {number[]} numbers of days, oldest first
 * @param {"back" | "leg"} part
 * @param {{from: number, today: number, points: import("./aggregate.js").Point[] | null}} period
 * @returns {Pain}
 */
function painOf(days, numbers, part, { from, today, points }) {
  const all = numbers.flatMap((day) => {
    const value = median(days.get(day)?.[part] ?? []);
    return value === null ? [] : [{ day, value }];
  });
  const daily = points ? valuesOf(points, part) : all.filter(({ day }) => day >= from);
  const rolling = points ? [] : rollingMedian(all).filter(({ day }) => day >= from);
  return { daily, rolling, sum: sumOf(daily), weeks: lastWeeks(all, today) };
}

/**
 * @param {import("./aggregate.js").Point[]} points
 * @param {"back" | "leg"} part
 */
function valuesOf(points, part) {
  return points.flatMap(({ day, minute, [part]: value }) => (value === null ? [] : [{ day: day + minute / 1440, value }]));
}

/** @param {DayValue[]} series */
function sumOf(series) {
  const values = series.map(({ value }) => value);
  const middle = median(values);
  if (middle === null) return null;
  const [low, high] = [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
  return { median: middle, low, high, days: new Set(series.map(({ day }) => Math.floor(day))).size };
}

/**
 * @param {DayValue[]} series
 * @param {number} today
 */
function lastWeeks(series, today) {
  const between = (/** @type {number} */ from, /** @type {number} */ to) =>
    median(series.filter(({ day }) => day >= from && day <= to).map(({ value }) => value));
  const [now, before] = [between(today - 6, today), between(today - 13, today - 7)];
  return now === null || before === null ? null : { now, before };
}
