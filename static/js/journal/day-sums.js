// @ts-check
import { dayNumber } from "../core/moment.js";

/**
 * Forget what was summed up of the days of a record, as it was and as it is; part of the transaction that writes it.
 *
 * @param {any} transaction over "days"
 * @param {(Journal.Data | null | undefined)[]} versions
 */
export async function forgetDays(transaction, ...versions) {
  for (const data of versions) {
    const at = /** @type {Journal.Moment | undefined} */ (data?.at);
    const day = at ? dayNumber(at) : NaN;
    if (Number.isFinite(day)) await transaction.objectStore("days").delete(day);
  }
}
