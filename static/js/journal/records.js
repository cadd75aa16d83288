// @ts-check
import { canonical, checkedData } from "./content.js";
import { forgetDays } from "./day-sums.js";
import { PROFILE_ID, newId } from "./kinds.js";
import { addChange } from "./outbox.js";
import { transact } from "./transact.js";

export { countRecords, getRecord, listAll, listRecords } from "./reading.js";

/**
 * Write a record and its place in the outbox, both or neither. Of a profile, give only the fields that changed.
 *
 * Where a record is changed that is no longer as its author saw it (another tab or device was quicker), it stays, and
 * what was written becomes a conflict copy.
 *
 * @param {string | null} account
 * @param {Journal.Kind} kind
 * @param {Journal.Data} data
 * @param {{id?: string, seen?: Journal.Row | null, draft?: string}} [options] the id of a record to change, that record
 *   as its author saw it, and the draft that it was written from, which goes at the same moment
 * @returns {Promise<Journal.Row>} once it is on the disk: only now may it be called saved
 * @throws {ContentError | StoreError} where nothing was kept
 */
export function saveRecord(account, kind, data, options = {}) {
  const { id = kind === "profile" ? PROFILE_ID : newId(), seen = null, draft = "" } = options;
  const checked = checkedData(data);
  const changed_at = new Date().toISOString();
  const stores = ["records", "outbox", "days", ...(draft ? ["drafts"] : [])];
  return transact(account, stores, "readwrite", async (transaction) => {
    const records = transaction.objectStore("records");
    if (draft) await transaction.objectStore("drafts").delete(draft);
    /** @type {Journal.Row | undefined} */
    const before = await records.get(id);
    if (before && seen && isOvertaken(before, seen, checked)) return addCopy(transaction, before, kind, checked, changed_at);
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
 * @param {Journal.Row} now
 * @param {Journal.Row} seen
 * @param {Journal.Data} wanted
 */
function isOvertaken(now, seen, wanted) {
  return canonical(now.data) !== canonical(seen.data) && canonical(now.data) !== canonical(wanted);
}

/**
 * @param {any} transaction over "records", "outbox" and "days"
 * @param {Journal.Row} original
 * @param {Journal.Kind} kind
 * @param {Journal.Data} wanted
 * @param {string} changed_at
 * @returns {Promise<Journal.Row>}
 */
async function addCopy(transaction, original, kind, wanted, changed_at) {
  const data = { ...wanted, conflict_of: original.id };
  const row = { ...newRow(newId()), kind, at: timeOf(data, changed_at), changed_at, data };
  await transaction.objectStore("records").put(row);
  await forgetDays(transaction, data);
  await addChange(transaction, { id: row.id, kind, changed_at, deleted: false, data }, null);
  return row;
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
 * Bring a record back. Where another device has brought it back meanwhile, and changed it, that stays too.
 *
 * @param {string | null} account
 * @param {Journal.Row} row what `deleteRecord` returned
 */
export function undoDelete(account, row) {
  const kind = /** @type {Journal.Kind} */ (row.kind);
  return saveRecord(account, kind, row.data ?? {}, { id: row.id, seen: { ...row, data: null } });
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
