// @ts-check
import { deleteDB, openDB } from "../../vendor/idb/idb.js";
import { StoreError, openingProblem, tellStoreProblem } from "./store-error.js";

/** @typedef {(database: any, transaction: any) => void} Migration */

/** Each takes the store from the version of its index to the next; what is released is never edited. */
export const MIGRATIONS = /** @type {Migration[]} */ ([
  (database) => {
    const records = database.createObjectStore("records", { keyPath: "id" });
    records.createIndex("by_kind", ["kind", "at"]);
    records.createIndex("by_time", "at");
    const outbox = database.createObjectStore("outbox", { keyPath: "order", autoIncrement: true });
    outbox.createIndex("by_id", "id", { unique: true });
    database.createObjectStore("meta", { keyPath: "name" });
    database.createObjectStore("drafts", { keyPath: "form" });
  },
  (database) => {
    database.createObjectStore("days", { keyPath: "day" });
  },
]);

/** @type {Map<string, Promise<any>>} */
const opened = new Map();

/** @param {string | null} account null is nobody's */
export function databaseName(account) {
  return account ? `hipcare-journal-${account}` : "hipcare-journal";
}

/**
 * Return the connection of this page to an account's database.
 *
 * @param {string | null} account
 * @returns {Promise<any>}
 * @throws {StoreError}
 */
export function connect(account) {
  const name = databaseName(account);
  let opening = opened.get(name);
  if (!opening) {
    opening = openStore(name, MIGRATIONS);
    opened.set(name, opening);
    opening.catch(() => opened.delete(name));
  }
  return opening;
}

/**
 * Close the connection; the next use opens it anew.
 *
 * @param {string | null} account
 */
export function disconnect(account) {
  const name = databaseName(account);
  const opening = opened.get(name);
  opened.delete(name);
  opening?.then((database) => database.close()).catch(() => undefined);
}

/**
 * Open a database and bring it up to date. It lets go by itself when a newer page wants to change it.
 *
 * @param {string} name
 * @param {Migration[]} migrations
 * @returns {Promise<any>}
 * @throws {StoreError}
 */
export async function openStore(name, migrations) {
  if (!globalThis.indexedDB) throw new StoreError("unavailable");
  let upgrading = false;
  const opening = pastAside(() => openDB(name, migrations.length, {
    upgrade(/** @type {any} */ database, /** @type {number} */ from, /** @type {number} */ _to, /** @type {any} */ change) {
      upgrading = true;
      upgrade(migrations.slice(from), database, change);
    },
    blocked: () => refuse(new StoreError("blocked")),
    blocking(/** @type {number} */ _from, /** @type {number} */ _to, /** @type {IDBVersionChangeEvent} */ event) {
      /** @type {IDBDatabase} */ (event.target).close();
      opened.delete(name);
      // Null means that the database is being deleted, which the page that does it tells.
      if (event.newVersion) tellStoreProblem("outdated");
    },
    terminated: () => opened.delete(name),
  }));
  /** @type {(error: StoreError) => void} */
  let refuse = () => undefined;
  const blocked = new Promise((_, reject) => {
    refuse = reject;
  });
  try {
    return await Promise.race([opening, blocked]);
  } catch (error) {
    // An opening that was blocked may come through later, when nobody waits for it any more.
    opening.then((/** @type {any} */ database) => database.close()).catch(() => undefined);
    throw error instanceof StoreError ? error : new StoreError(openingProblem(error, upgrading), error);
  }
}

/**
 * Open a database without waiting for pages that the browser has put aside for the Back button. Such a page cannot finish
 * what it began: one that was left while it opened the database keeps all others waiting (seen in Chromium 156). A page
 * that is put aside with an open channel is thrown away when a message comes for it.
 *
 * @template Result
 * @param {() => Promise<Result>} open
 * @returns {Promise<Result>}
 */
async function pastAside(open) {
  const channel = new BroadcastChannel("hipcare-opening");
  channel.onmessage = () => undefined;
  channel.postMessage(null);
  try {
    return await open();
  } finally {
    channel.close();
  }
}

/**
 * @param {Migration[]} migrations
 * @param {any} database
 * @param {any} transaction
 */
function upgrade(migrations, database, transaction) {
  try {
    for (const migrate of migrations) migrate(database, transaction);
  } catch {
    // Everything stays as it was in the older version.
    transaction.done.catch(() => undefined);
    transaction.abort();
  }
}

/**
 * Delete all that an account has on this device. Other tabs let go of it by themselves.
 *
 * @param {string | null} account
 */
export async function deleteStore(account) {
  disconnect(account);
  await pastAside(() => deleteDB(databaseName(account)));
}
