// @ts-check
import { tellAll } from "../device/channel.js";
import { currentAccount, setSignOutPending } from "../device/pointer.js";
import { deleteStore } from "./db.js";
import { adoptDrafts, countDrafts } from "./drafts.js";
import { forgetAccount } from "./identity.js";
import { listOutbox } from "./outbox.js";
import { countRecords, listAll, saveRecord } from "./records.js";
import { endSession } from "./session.js";
import { syncNow } from "./sync.js";

/**
 * @returns {Promise<number>} how many records were made here before anybody signed in; 0 while nobody is
 */
export async function countUnclaimed() {
  return currentAccount() ? countRecords(null) : 0;
}

/**
 * @returns {Promise<boolean>} whether to ask before `adoptUnclaimed`: the account has records of its own
 */
export async function mustAskToAdopt() {
  const account = currentAccount();
  return account !== null && (await countRecords(account)) > 0;
}

/** @returns {Promise<number>} how many forms were begun here before anybody signed in; 0 while nobody is */
export async function countUnclaimedDrafts() {
  return currentAccount() ? countDrafts(null) : 0;
}

/** Give what was written before signing in to the account; cut short, it goes on where it was. */
export async function adoptUnclaimed() {
  const account = currentAccount();
  if (!account) return;
  const adopted = new Set((await listAll(account)).map((row) => row.id));
  for (const row of await listAll(null)) {
    if (adopted.has(row.id) && row.kind !== "profile") continue;
    await saveRecord(account, /** @type {Journal.Kind} */ (row.kind), row.data ?? {}, { id: row.id });
  }
  await adoptDrafts(account);
  await deleteStore(null);
  tellAll({ about: "records", account });
  await syncNow();
}

/** Delete the records that were made before signing in. */
export function discardUnclaimed() {
  return deleteStore(null);
}

/**
 * Try to send everything before signing out.
 *
 * @returns {Promise<number>} how many records would be lost by `signOut`; the person is told and may make a backup
 */
export async function prepareSignOut() {
  await syncNow();
  const account = currentAccount();
  return account ? (await listOutbox(account)).length : 0;
}

/** @returns {Promise<number>} how many forms were begun and not saved, which `signOut` would lose */
export async function countOwnDrafts() {
  const account = currentAccount();
  return account ? countDrafts(account) : 0;
}

/**
 * Sign out: nothing of the account stays on this device. Without a network the server is told later, before anything
 * else is asked of it.
 *
 * @returns {Promise<boolean>} whether the server knows
 */
export async function signOut() {
  const account = currentAccount();
  setSignOutPending(true);
  // Deleted before anybody hears of it: a page that loads anew at the news would cut the deletion off.
  if (account) await forgetAccount(account);
  try {
    await endSession();
  } catch {
    return false;
  }
  setSignOutPending(false);
  return true;
}
