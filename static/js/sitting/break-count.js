// @ts-check
import { keptRecords } from "./kept.js";

/**
 * Return when today began, and this week, by the wall clock where the device is; weeks begin on Monday.
 *
 * @param {number} now milliseconds
 */
export function beginnings(now) {
  const day = new Date(now);
  day.setHours(0, 0, 0, 0);
  const week = new Date(day);
  week.setDate(day.getDate() - ((day.getDay() + 6) % 7));
  return { today: day.getTime(), week: week.getTime() };
}

/**
 * Count the breaks in the journal of this device.
 *
 * @param {number} now milliseconds
 * @returns {Promise<{today: number, week: number}>}
 */
export async function countBreaks(now) {
  const { today, week } = beginnings(now);
  const times = (await keptRecords("break", week)).map(({ data }) => timeOf(data));
  return { today: times.filter((time) => time >= today).length, week: times.length };
}

/** @param {Journal.Data} data */
function timeOf(data) {
  return Date.parse(/** @type {Journal.Moment} */ (data.at).utc);
}
