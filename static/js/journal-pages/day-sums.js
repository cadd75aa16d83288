// @ts-check
import { transact } from "../journal/transact.js";
import { byDay } from "./aggregate.js";
import { DAY, dayNumber, today } from "./days.js";

/** The kinds of records that days are summed up from. @type {readonly Journal.Kind[]} */
export const SUMMED = ["check-in", "session", "sit", "drive"];
/** Where somebody travels, days begin at other hours: so much earlier or later than in UTC at most. */
const ELSEWHERE = DAY / 2 + DAY / 8;

/** @typedef {import("./aggregate.js").Day} Day */

/**
 * Return what each day held, from sums that are kept; what is missing is summed up from the records, in the same
 * transaction, and kept. The day that is going on is not: it changes with every record.
 *
 * @param {string | null} account
 * @param {number} from
 * @param {number} to both included
 * @returns {Promise<Map<number, Day>>} days with a record
 */
export async function daysBetween(account, from, to) {
  const known = await transact(account, ["days", "records"], "readonly", (transaction) => readDays(transaction, from, to));
  if (known.missing.every((day) => day >= today())) return known.days;
  return transact(account, ["days", "records"], "readwrite", async (transaction) => {
    const { days, missing } = await readDays(transaction, from, to);
    const past = missing.filter((day) => day < today());
    for (const day of past) await transaction.objectStore("days").put({ day, sum: days.get(day) ?? null });
    return days;
  });
}

/**
 * @param {any} transaction
 * @param {number} from
 * @param {number} to
 */
async function readDays(transaction, from, to) {
  /** @type {{day: number, sum: Day | null}[]} */
  const kept = await transaction.objectStore("days").getAll(IDBKeyRange.bound(from, to));
  const known = new Set(kept.map(({ day }) => day));
  const missing = Array.from({ length: to - from + 1 }, (_, n) => from + n).filter((day) => !known.has(day));
  /** @type {Map<number, Day>} */
  const days = new Map();
  for (const { day, sum } of kept) if (sum) days.set(day, sum);
  if (missing.length) {
    const rows = await rowsOf(transaction, missing[0], missing[missing.length - 1]);
    for (const [day, sum] of byDay(rows)) if (!known.has(day)) days.set(day, sum);
  }
  return { days, missing };
}

/**
 * Return the records of some days, oldest first within a kind.
 *
 * @param {any} transaction over "records"
 * @param {number} first
 * @param {number} last
 * @returns {Promise<Journal.Row[]>}
 */
async function rowsOf(transaction, first, last) {
  const [from, to] = [first * DAY - ELSEWHERE, (last + 1) * DAY + ELSEWHERE].map((time) => new Date(time).toISOString());
  const index = transaction.objectStore("records").index("by_kind");
  const lists = await Promise.all(SUMMED.map((kind) => index.getAll(IDBKeyRange.bound([kind, from], [kind, to]))));
  return lists.flat().filter(({ data }) => data?.at && dayNumber(data.at) >= first && dayNumber(data.at) <= last);
}
