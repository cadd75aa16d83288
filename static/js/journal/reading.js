// @ts-check
// Apart from `records.js`, which writes: a page that only shows what is kept needs no outbox.
import { transact } from "./transact.js";

/**
 * @param {string | null} account
 * @param {string} id
 * @returns {Promise<Journal.Row | null>} null where there is none or it is deleted
 */
export function getRecord(account, id) {
  return transact(account, ["records"], "readonly", async (transaction) => {
    const row = await transaction.objectStore("records").get(id);
    return row && !row.deleted ? row : null;
  });
}

/**
 * Return the records of one kind, oldest first.
 *
 * @param {string | null} account
 * @param {Journal.Kind} kind
 * @param {{from?: string, to?: string}} [span] UTC, both ends included
 * @returns {Promise<Journal.Row[]>}
 */
export function listRecords(account, kind, { from = "", to = "\uffff" } = {}) {
  const range = IDBKeyRange.bound([kind, from], [kind, to]);
  return transact(account, ["records"], "readonly", (transaction) =>
    transaction.objectStore("records").index("by_kind").getAll(range),
  );
}

/**
 * Return every record that is not deleted, oldest first.
 *
 * @param {string | null} account
 * @returns {Promise<Journal.Row[]>}
 */
export function listAll(account) {
  return transact(account, ["records"], "readonly", (transaction) =>
    transaction.objectStore("records").index("by_time").getAll(),
  );
}

/**
 * @param {string | null} account
 * @returns {Promise<number>} how many records are not deleted
 */
export function countRecords(account) {
  return transact(account, ["records"], "readonly", (transaction) =>
    transaction.objectStore("records").index("by_time").count(),
  );
}
