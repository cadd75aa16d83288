// @ts-check
import { canonical, fingerprint } from "./content.js";
import { forgetDays } from "./day-sums.js";
import { addChange } from "./outbox.js";
import { newRow, timeOf } from "./records.js";

const MOST_SEEN = 30;

/**
 * Take in one record of the server; part of the transaction of the whole answer.
 *
 * @param {any} transaction over "records", "outbox" and "days"
 * @param {Journal.Remote} remote
 */
export async function takeIn(transaction, remote) {
  const records = transaction.objectStore("records");
  /** @type {Journal.Row | undefined} */
  const row = await records.get(remote.id);
  /** @type {Journal.Entry | undefined} */
  const pending = await transaction.objectStore("outbox").index("by_id").get(remote.id);
  if (row && row.revision !== null && remote.revision <= row.revision) return;
  if (row && pending) await setAside(transaction, row, pending, remote);
  else if (row?.stray) await reconcile(transaction, row, remote);
  else await putRemote(transaction, remote, row);
}

/**
 * Show the server's version.
 *
 * @param {any} transaction
 * @param {Journal.Remote} remote
 * @param {Journal.Row | undefined} before
 */
export async function putRemote(transaction, remote, before) {
  await transaction.objectStore("records").put(fromServer(remote, before));
  await forgetDays(transaction, before?.data, remote.data);
}

/**
 * An own change is not sent: it stays what the person sees, and its base stays the version that the person saw.
 *
 * @param {any} transaction
 * @param {Journal.Row} row
 * @param {Journal.Entry} pending
 * @param {Journal.Remote} remote
 */
async function setAside(transaction, row, pending, remote) {
  const known = row.stray && row.seen.includes(fingerprint(remote.data));
  if (known) {
    await transaction.objectStore("outbox").put({
      ...pending,
      sent: pending.sent && { ...pending.sent, base_revision: remote.revision },
      waiting: pending.waiting && { ...pending.waiting, base_revision: remote.revision },
    });
  }
  const isProfile = row.kind === "profile" && row.data && remote.data;
  const data = isProfile ? { ...remote.data, ...pending.sent?.data, ...pending.waiting?.data } : row.data;
  const revision = known ? remote.revision : row.revision;
  await transaction.objectStore("records").put({ ...row, data, revision, stray: false, shadow: remote });
}

/**
 * Compare a record with what a restored server has of it. A version that this device has had before is an older one
 * of the same record; an unknown one is somebody's later work, so that both are kept.
 *
 * @param {any} transaction
 * @param {Journal.Row} row
 * @param {Journal.Remote} remote
 */
async function reconcile(transaction, row, remote) {
  const same = canonical(remote.data) === canonical(row.data);
  const known = row.seen.includes(fingerprint(remote.data));
  if (same || remote.deleted || (row.deleted && !known)) return putRemote(transaction, remote, row);
  await transaction.objectStore("records").put({ ...row, stray: false, shadow: remote, revision: known ? remote.revision : null });
  const { id, kind, changed_at, deleted, data } = row;
  return addChange(transaction, { id, kind, changed_at, deleted, data }, known ? remote.revision : null);
}

/**
 * Return the server's version as this device keeps it.
 *
 * @param {Journal.Remote} remote
 * @param {Journal.Row | undefined} before
 * @returns {Journal.Row}
 */
function fromServer(remote, before) {
  const changed_at = remote.changed_at ?? "";
  const row = {
    ...newRow(remote.id),
    // A deleted record's kind is known only to who had it before.
    kind: remote.kind || before?.kind || "",
    revision: remote.revision,
    changed_at,
    deleted: remote.deleted,
    data: remote.data,
    seen: remember(before?.seen ?? [], fingerprint(remote.data)),
  };
  return remote.data ? { ...row, at: timeOf(remote.data, changed_at) } : row;
}

/**
 * @param {string[]} seen
 * @param {string} print
 */
export function remember(seen, print) {
  return [...seen.filter((earlier) => earlier !== print), print].slice(-MOST_SEEN);
}
