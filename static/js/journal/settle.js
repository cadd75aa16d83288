// @ts-check
import { fingerprint } from "./content.js";
import { forgetDays } from "./day-sums.js";
import { addChange, refusedEntry } from "./outbox.js";
import { newRow, timeOf } from "./records.js";
import { putRemote, remember } from "./take-in.js";

/**
 * Do what the server's answer to one change asks for; part of the transaction of the whole answer.
 *
 * @param {any} transaction over "records", "outbox" and "days"
 * @param {Journal.Result} result
 */
export async function settle(transaction, result) {
  const outbox = transaction.objectStore("outbox");
  /** @type {Journal.Entry | undefined} */
  const entry = await outbox.index("by_id").get(result.id);
  if (!entry?.sent || entry.sent.op !== result.op) return;
  if (result.status === "invalid") {
    await outbox.put(refusedEntry(entry, result.errors));
  } else if (result.conflict_copy) {
    await moveToCopy(transaction, entry, result.conflict_copy, result.revision ?? 0);
  } else if (result.status === "conflict") {
    await keepWaiting(transaction, entry, entry.sent.base_revision);
    await adoptShadow(transaction, result.id);
  } else {
    await keepWaiting(transaction, entry, result.revision);
    await accept(transaction, entry.sent, result.revision ?? 0);
  }
}

/**
 * Take what was sent out of the outbox; what was done since stays and stands on `base`.
 *
 * @param {any} transaction
 * @param {Journal.Entry} entry
 * @param {number | null} base
 */
async function keepWaiting(transaction, entry, base) {
  const outbox = transaction.objectStore("outbox");
  if (!entry.waiting) return outbox.delete(entry.order);
  return outbox.put({ ...entry, sent: null, waiting: { ...entry.waiting, base_revision: base } });
}

/**
 * The server has what was sent. A version newer than that may have come while it was on its way.
 *
 * @param {any} transaction
 * @param {Journal.Change} sent
 * @param {number} revision
 */
async function accept(transaction, sent, revision) {
  const records = transaction.objectStore("records");
  /** @type {Journal.Row | undefined} */
  const row = await records.get(sent.id);
  if (!row) return;
  // The server merges a profile, so that its version has to be taken in even where it is the answer to this change.
  const isProfile = sent.kind === "profile";
  const newer = row.shadow && (isProfile || row.shadow.revision > revision);
  const seen = remember(row.seen, fingerprint(sent.data));
  const now = isProfile ? row.revision : revision;
  await records.put({ ...row, revision: now, seen, stray: false, shadow: newer ? row.shadow : null });
  if (newer) await adoptShadow(transaction, sent.id);
}

/**
 * Show the server's version, unless something that is not sent stands in its place.
 *
 * @param {any} transaction
 * @param {string} id
 */
async function adoptShadow(transaction, id) {
  /** @type {Journal.Row | undefined} */
  const row = await transaction.objectStore("records").get(id);
  const pending = await transaction.objectStore("outbox").index("by_id").get(id);
  if (row?.shadow && !pending) await putRemote(transaction, row.shadow, row);
}

/**
 * Both versions are kept: the record shows the server's, and what was sent lives on as a conflict copy, together
 * with what was done to it since.
 *
 * @param {any} transaction
 * @param {Journal.Entry} entry
 * @param {string} copy
 * @param {number} revision of the copy
 */
async function moveToCopy(transaction, entry, copy, revision) {
  const records = transaction.objectStore("records");
  await transaction.objectStore("outbox").delete(entry.order);
  /** @type {Journal.Row | undefined} */
  const kept = await records.get(copy);
  const last = entry.waiting ?? (kept ? null : entry.sent);
  if (last) {
    const { kind, changed_at, deleted } = last;
    const data = last.data && { ...last.data, conflict_of: entry.id };
    const row = { ...(kept ?? { ...newRow(copy), revision }), kind, changed_at, deleted, data };
    await records.put(data ? { ...row, at: timeOf(data, changed_at) } : row);
    await forgetDays(transaction, kept?.data, data);
    if (entry.waiting) await addChange(transaction, { id: copy, kind, changed_at, deleted, data }, row.revision);
  }
  await adoptShadow(transaction, entry.id);
}
