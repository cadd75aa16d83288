// @ts-check
import { newId } from "./kinds.js";
import { transact } from "./transact.js";

const LEASE = 90_000;
const me = newId();

/** Aborted when this page is left. */
let leaving = new AbortController();
addEventListener("pagehide", () => {
  leaving.abort();
  leaving = new AbortController();
});

/**
 * Do some work that only one tab does at a time; the others wait for their turn.
 *
 * @template Result
 * @param {string} account
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result | undefined>} undefined where it did not come to an end: the page was left, or a browser
 *   without locks has another tab at it
 */
export async function alone(account, work) {
  if (!navigator.locks) return withLease(account, work);
  const { signal } = leaving;
  // A page that is left gives its place away: Chromium lets nobody in after a page that was taken down at its turn.
  const left = new Promise((resolve) => signal.addEventListener("abort", () => resolve(undefined), { once: true }));
  try {
    return await navigator.locks.request(lockOf(account), { signal }, () => Promise.race([work(), left]));
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  }
}

/**
 * @param {string} account
 * @returns {Promise<void>} when no tab is at that work any more, or this page is left; a browser without locks cannot tell
 */
export async function othersDone(account) {
  const { signal } = leaving;
  await navigator.locks?.request(lockOf(account), { signal }, () => undefined).catch(() => undefined);
}

/** @param {string} account */
function lockOf(account) {
  return `hipcare-sync-${account}`;
}

/** @type {typeof alone} */
async function withLease(account, work) {
  if (!(await takeLease(account, Date.now() + LEASE))) return undefined;
  try {
    return await work();
  } finally {
    await takeLease(account, 0);
  }
}

/**
 * @param {string} account
 * @param {number} until
 * @returns {Promise<boolean>} whether this tab has it
 */
function takeLease(account, until) {
  return transact(account, ["meta"], "readwrite", async (transaction) => {
    const meta = transaction.objectStore("meta");
    const lease = await meta.get("lease");
    const taken = lease && lease.by !== me && lease.until > Date.now() && lease.until < Date.now() + 2 * LEASE;
    if (!taken) await meta.put({ name: "lease", by: me, until });
    return !taken;
  });
}
