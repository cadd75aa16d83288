// @ts-check
import { newId } from "./kinds.js";
import { transact } from "./transact.js";

const MOST_BYTES = 900_000;

/**
 * Put a change of a record where the next sync finds it; part of the transaction that writes the record.
 *
 * @param {any} transaction over "outbox"
 * @param {Omit<Journal.Change, "op" | "base_revision">} done
 * @param {number | null} revision that the record has on this device
 */
export async function addChange(transaction, done, revision) {
  const outbox = transaction.objectStore("outbox");
  /** @type {Journal.Entry | undefined} */
  const entry = await outbox.index("by_id").get(done.id);
  const earlier = entry?.waiting ?? entry?.sent;
  // Always a new op: the server knows the old one by other content.
  const waiting = { ...done, op: newId(), base_revision: earlier ? earlier.base_revision : revision };
  if (done.kind === "profile" && done.data && entry?.waiting?.data) {
    waiting.data = { ...entry.waiting.data, ...done.data };
  }
  await outbox.put({ ...(entry ?? { id: done.id, sent: null }), waiting, refused: null });
}

/**
 * Take the changes of the next request: at most one a record, oldest first. From now on they count as sent.
 *
 * @param {string | null} account
 * @param {number} most
 * @returns {Promise<Journal.Change[]>}
 */
export function takeBatch(account, most) {
  return transact(account, ["outbox"], "readwrite", async (transaction) => {
    /** @type {Journal.Change[]} */
    const batch = [];
    let bytes = 0;
    let cursor = await transaction.objectStore("outbox").openCursor();
    while (cursor && batch.length < most && bytes < MOST_BYTES) {
      /** @type {Journal.Entry} */
      const entry = cursor.value;
      const change = entry.sent ?? (entry.refused ? null : entry.waiting);
      const size = change ? JSON.stringify(change).length * 3 : 0;
      if (change && (bytes + size < MOST_BYTES || batch.length === 0)) {
        if (!entry.sent) await cursor.update({ ...entry, sent: change, waiting: null });
        batch.push(change);
        bytes += size;
      }
      cursor = await cursor.continue();
    }
    return batch;
  });
}

/**
 * Say that the server will not take one change as it is; the record stays, and can be mended or exported.
 *
 * @param {string | null} account
 * @param {string} op
 * @param {Journal.FieldError[]} errors
 */
export function refuse(account, op, errors) {
  return transact(account, ["outbox"], "readwrite", async (transaction) => {
    const outbox = transaction.objectStore("outbox");
    for (const entry of await outbox.getAll()) {
      if (entry.sent?.op === op) await outbox.put(refusedEntry(entry, errors));
    }
  });
}

/**
 * @param {Journal.Entry} entry whose sent change was refused
 * @param {Journal.FieldError[]} errors
 * @returns {Journal.Entry}
 */
export function refusedEntry(entry, errors) {
  if (!entry.sent) return entry;
  // What was written since may be right; it stands on what the refused one stood on.
  if (entry.waiting) {
    return { ...entry, sent: null, waiting: { ...entry.waiting, base_revision: entry.sent.base_revision } };
  }
  return { ...entry, sent: null, waiting: entry.sent, refused: errors };
}

/**
 * Return everything that is not on the server.
 *
 * @param {string | null} account
 * @returns {Promise<Journal.Entry[]>}
 */
export function listOutbox(account) {
  return transact(account, ["outbox"], "readonly", (transaction) => transaction.objectStore("outbox").getAll());
}
