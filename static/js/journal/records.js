// @ts-check
import { canonical, checkedData } from "./content.js";
import { forgetDays } from "./day-sums.js";
import { PROFILE_ID, newId } from "./kinds.js";
import { addChange } from "./outbox.js";
import { transact } from "./transact.js";

/**
 * Write a record and its place in the outbox, both or neither. Of a profile, give only the fields that changed.
 *
 * @param {string | null} account
 * @param {Journal.Kind} kind
 * @param {Journal.Data} data
 * @param {{id?: string}} [options] the id of a record to change
 * @returns {Promise<Journal.Row>} once it is on the disk: only now may it be called saved
 * @throws {ContentError | StoreError} where nothing was kept
 */
export function saveRecord(account, kind, data, { id = kind === "profile" ? PROFILE_ID : newId() } = {}) {
  const checked = checkedData(data);
  const changed_at = new Date().toISOString();
  return transact(account, ["records", "outbox", "days"], "readwrite", async (transaction) => {
    const records = transaction.objectStore("records");
    /** @type {Journal.Row | undefined} */
    const before = await records.get(id);
    const fields = kind === "profile" ? changedFields(before?.data ?? {}, checked) : checked;
    const whole = kind === "profile" ? { ...before?.data, ...checked } : checked;
    if (before && !before.deleted && canonical(before.data) === canonical(whole)) return before;
    const row = { ...(before ?? newRow(id)), kind, at: timeOf(whole, changed_at), changed_at, deleted: false, data: whole };
    await records.put(row);
    await forgetDays(transaction, before?.data, whole);
    await addChange(transaction, { id, kind, changed_at, deleted: false, data: fields }, row.revision);
    return row;
  });
}

/**
 * Delete a record; `undoDelete` with what this returns brings it back.
 *
 * @param {string | null} account
 * @param {string} id
 * @returns {Promise<Journal.Row | null>} as it was, or null where there is none
 */
export function deleteRecord(account, id) {
  const changed_at = new Date().toISOString();
  return transact(account, ["records", "outbox", "days"], "readwrite", async (transaction) => {
    const records = transaction.objectStore("records");
    /** @type {Journal.Row | undefined} */
    const before = await records.get(id);
    if (!before || before.deleted) return null;
    const { at, ...rest } = before;
    await records.put({ ...rest, changed_at, deleted: true, data: null });
    await forgetDays(transaction, before.data);
    await addChange(transaction, { id, kind: before.kind, changed_at, deleted: true, data: null }, before.revision);
    return before;
  });
}

/**
 * @param {string | null} account
 * @param {Journal.Row} row what `deleteRecord` returned
 */
export function undoDelete(account, row) {
  const kind = /** @type {Journal.Kind} */ (row.kind);
  return saveRecord(account, kind, row.data ?? {}, { id: row.id });
}

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

/**
 * @param {string} id
 * @returns {Journal.Row}
 */
export function newRow(id) {
  return { id, kind: "", revision: null, changed_at: "", deleted: false, data: null, seen: [], shadow: null, stray: false };
}

/**
 * @param {Journal.Data} data
 * @param {string} otherwise
 * @returns {string}
 */
export function timeOf(data, otherwise) {
  const at = /** @type {{utc?: unknown} | null} */ (data.at ?? null);
  return typeof at?.utc === "string" ? at.utc : otherwise;
}

/**
 * @param {Journal.Data} before
 * @param {Journal.Data} after
 * @returns {Journal.Data}
 */
function changedFields(before, after) {
  return Object.fromEntries(
    Object.entries(after).filter(([name, value]) => canonical(before[name]) !== canonical(value)),
  );
}
