// @ts-check
import { listRecords } from "../journal/reading.js";

/** What a goal of so many days a week says as its `type`. */
export const WEEKLY = "sessions-per-week";
const USUAL = 3;

/**
 * Return the record that says on how many days a week the person wants a session; undefined where none does. A copy
 * that waits to be chosen does not count, unless it is all there is.
 *
 * @param {Journal.Row[]} goals
 */
export function weeklyAmong(goals) {
  const weekly = goals.filter(({ data }) => data?.type === WEEKLY);
  return weekly.findLast(({ data }) => !data?.conflict_of) ?? weekly.at(-1);
}

/**
 * Return on how many days a week the person wants a session; 3 where nothing was said.
 *
 * @param {string | null} account
 */
export async function daysWanted(account) {
  const goal = weeklyAmong(await listRecords(account, "goal"));
  return Number(goal?.data?.days_per_week ?? USUAL) || USUAL;
}
