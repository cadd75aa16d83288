// @ts-check
import { tellAll } from "../device/channel.js";
import { currentAccount } from "../device/pointer.js";
import * as records from "./records.js";
import { syncNow } from "./sync.js";

/**
 * What the player, the timers and the forms write with: into the journal that this device shows.
 *
 * @param {Journal.Kind} kind
 * @param {Journal.Data} data its `at` is a `moment()`; of the profile, only the fields that changed
 * @param {{id?: string, seen?: Journal.Row | null, draft?: string}} [options] as in `records.js`
 * @returns {Promise<Journal.Row>} once it is on the disk: only now may it be called saved
 * @throws {ContentError | StoreError} where nothing was kept; the form keeps what was typed
 */
export async function saveRecord(kind, data, options) {
  const account = currentAccount();
  const row = await records.saveRecord(account, kind, data, options);
  written(account);
  return row;
}

/**
 * @param {string} id
 * @returns {Promise<Journal.Row | null>} what `undoDelete` takes, or null where there was none
 */
export async function deleteRecord(id) {
  const account = currentAccount();
  const row = await records.deleteRecord(account, id);
  written(account);
  return row;
}

/** @param {Journal.Row} row what `deleteRecord` returned */
export async function undoDelete(row) {
  const account = currentAccount();
  await records.undoDelete(account, row);
  written(account);
}

/**
 * Do what follows on every writing: tell all pages, ask the browser to keep the storage, and send.
 *
 * @param {string | null} account
 */
export function written(account) {
  tellAll({ about: "records", account });
  void keepStorage();
  if (account) void syncNow();
}

let asked = false;

/** Ask the browser, once, not to clear this site by itself when space is short. */
async function keepStorage() {
  if (asked || !navigator.storage?.persist) return;
  asked = true;
  if (!(await navigator.storage.persisted())) await navigator.storage.persist();
}
