// @ts-check
import { connect, disconnect } from "./db.js";
import { StoreError, asStoreError } from "./store-error.js";

/**
 * Do some work in one transaction, and return its result once that is on the disk.
 *
 * The work awaits nothing but the transaction's own requests, and may be run again: the connection is opened anew
 * after a failure, since browsers close connections of pages in the background.
 *
 * @template Result
 * @param {string | null} account
 * @param {string[]} stores
 * @param {"readonly" | "readwrite"} mode
 * @param {(transaction: any) => Promise<Result>} work
 * @returns {Promise<Result>}
 * @throws {StoreError} and what the work throws; nothing is kept then
 */
export async function transact(account, stores, mode, work) {
  try {
    return await attempt(account, stores, mode, work);
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== "broken") throw error;
    disconnect(account);
    return attempt(account, stores, mode, work);
  }
}

/** @type {typeof transact} */
async function attempt(account, stores, mode, work) {
  const transaction = await begin(account, stores, mode);
  // Watched from the start: an abort may come before anything awaits the end.
  const ended = transaction.done.then(
    () => null,
    (/** @type {unknown} */ error) => error ?? new DOMException("", "AbortError"),
  );
  let result;
  try {
    result = await work(transaction);
  } catch (error) {
    abort(transaction);
    const failure = await ended;
    // A request that fails for want of space reports the abort only; the transaction knows why.
    throw asStoreError(isAbort(error) && failure ? failure : error);
  }
  const failure = await ended;
  if (failure) throw asStoreError(failure);
  return result;
}

/** @type {(account: string | null, stores: string[], mode: "readonly" | "readwrite") => Promise<any>} */
async function begin(account, stores, mode) {
  const database = await connect(account);
  try {
    return database.transaction(stores, mode, { durability: "strict" });
  } catch (error) {
    throw new StoreError("broken", error);
  }
}

/** @param {unknown} error */
function isAbort(error) {
  return error instanceof DOMException && error.name === "AbortError";
}

/** @param {any} transaction */
function abort(transaction) {
  try {
    transaction.abort();
  } catch {
    // It has ended by itself.
  }
}
