// @ts-check
import { listRecords } from "../journal/reading.js";
import { SUMMED } from "./day-sums.js";
import { DAY, today } from "./days.js";

/**
 * Return the records of the last days of which trends and links are made, oldest first within a kind.
 *
 * @param {string | null} account
 * @param {number | undefined} days undefined is all
 */
export async function recordsOf(account, days) {
  // A day more: where somebody travels, days begin at other hours.
  const from = days ? new Date((today() - days - 1) * DAY).toISOString() : "";
  const lists = await Promise.all(SUMMED.map((kind) => listRecords(account, kind, { from })));
  return lists.flat();
}
