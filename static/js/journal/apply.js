// @ts-check
import { addChange } from "./outbox.js";
import { positionIn } from "./position.js";
import { settle } from "./settle.js";
import { takeIn } from "./take-in.js";
import { transact } from "./transact.js";

/**
 * Keep all that an answer says, or nothing of it.
 *
 * @param {string} account
 * @param {Journal.Answer} answer
 */
export function applyAnswer(account, answer) {
  return transact(account, ["records", "outbox", "meta", "days"], "readwrite", async (transaction) => {
    for (const result of answer.results) await settle(transaction, result);
    for (const remote of answer.changes) await takeIn(transaction, remote);
    const position = await positionIn(transaction);
    const restored = position.restoring && !answer.more;
    if (restored) await sendStrays(transaction);
    await transaction.objectStore("meta").put({
      ...position,
      epoch: answer.epoch,
      cursor: answer.cursor,
      device_secret: answer.device_secret ?? position.device_secret,
      restoring: position.restoring && !restored,
      synced_at: answer.more ? position.synced_at : new Date().toISOString(),
    });
  });
}

/**
 * Begin anew with a server that was restored from a backup: everything here is compared with what it has.
 *
 * @param {string} account
 * @param {Journal.Answer} answer
 */
export function beginRestoring(account, answer) {
  return transact(account, ["records", "outbox", "meta"], "readwrite", async (transaction) => {
    const records = transaction.objectStore("records");
    for (const row of await records.getAll()) {
      await records.put({ ...row, revision: null, shadow: null, stray: true });
    }
    const outbox = transaction.objectStore("outbox");
    for (const entry of await outbox.getAll()) await outbox.put(onNothing(entry));
    const position = await positionIn(transaction);
    await transaction.objectStore("meta").put({ ...position, epoch: answer.epoch, cursor: null, restoring: true });
  });
}

/**
 * The server gives revision numbers out again that it has lost: none of them may be taken for the one that was seen.
 *
 * @param {Journal.Entry} entry
 * @returns {Journal.Entry}
 */
function onNothing(entry) {
  const { sent, waiting } = entry;
  return {
    ...entry,
    sent: sent && { ...sent, base_revision: null },
    waiting: waiting && { ...waiting, base_revision: null },
  };
}

/**
 * Forget all health data, since the person had it deleted; nothing of it is sent.
 *
 * @param {string} account
 * @param {Journal.Answer} answer
 */
export function eraseRecords(account, answer) {
  return transact(account, ["records", "outbox", "drafts", "days", "meta"], "readwrite", async (transaction) => {
    for (const name of ["records", "outbox", "drafts", "days"]) await transaction.objectStore(name).clear();
    const position = await positionIn(transaction);
    const anew = { epoch: answer.epoch, cursor: null, restoring: false };
    await transaction.objectStore("meta").put({ ...position, ...anew });
  });
}

/**
 * Send what the restored server lost, deletions included, and what is already on its way from nothing.
 *
 * @param {any} transaction
 */
async function sendStrays(transaction) {
  const records = transaction.objectStore("records");
  const outbox = transaction.objectStore("outbox");
  for (const row of await records.getAll()) {
    if (!row.stray) continue;
    await records.put({ ...row, stray: false });
    const pending = await outbox.index("by_id").get(row.id);
    if (pending) continue;
    const { id, kind, changed_at, deleted, data } = row;
    await addChange(transaction, { id, kind: kind || "check-in", changed_at, deleted, data }, null);
  }
}
