// @ts-check
import { weekOf } from "./aggregate.js";
import { median } from "./stats.js";

/** @typedef {import("./stats.js").DayValue} DayValue */

/**
 * Return a series with one value a week where it has more than `most` days: so many marks could not be told apart.
 *
 * @param {DayValue[]} series by day
 * @param {(values: number[]) => number | null} [sum] of a week
 * @param {number} [most]
 * @returns {DayValue[]}
 */
export function thinned(series, sum = median, most = 100) {
  if (series.length <= most) return series;
  /** @type {Map<number, number[]>} */
  const weeks = new Map();
  for (const { day, value } of series) {
    const values = weeks.get(weekOf(day));
    if (values) values.push(value);
    else weeks.set(weekOf(day), [value]);
  }
  return [...weeks].map(([day, values]) => ({ day, value: Number(sum(values)) }));
}

/**
 * Return rows for a table: every day, or every week with its median where there are more than a hundred days.
 *
 * @param {Record<string, DayValue[]>} columns
 * @returns {{day: number, week: boolean, values: (number | null)[]}[]} newest first
 */
export function tableRows(columns) {
  const names = Object.keys(columns);
  const count = Math.max(0, ...names.map((name) => columns[name].length));
  const week = count > 100;
  /** @type {Map<number, number[][]>} */
  const rows = new Map();
  names.forEach((name, index) => {
    for (const { day, value } of columns[name]) {
      const key = week ? weekOf(Math.floor(day)) : day;
      if (!rows.has(key)) rows.set(key, names.map(() => []));
      rows.get(key)?.[index].push(value);
    }
  });
  const ordered = [...rows].sort(([one], [other]) => other - one);
  return ordered.map(([day, values]) => ({ day, week, values: values.map(median) }));
}
