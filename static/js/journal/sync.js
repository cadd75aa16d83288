// @ts-check
import { HttpError } from "../core/http.js";
import { tellAll } from "../device/channel.js";
import { currentAccount, isSignOutPending } from "../device/pointer.js";
import { alone } from "./alone.js";
import { MOST_CHANGES, exchange } from "./exchange.js";
import { eraseIfDeleted, forgetAccount, meetSession } from "./identity.js";
import { refuse, takeBatch } from "./outbox.js";
import { setTrouble } from "./status.js";
import { backOff, isProblem, judge, problemCode } from "./trouble.js";

/** @type {Promise<void> | null} */
let running = null;
/** @type {Promise<void> | null} */
let next = null;
let attempts = 0;
let timer = 0;

/**
 * Send what is waiting and fetch what is new; tries again by itself where time may mend what is in the way.
 *
 * @returns {Promise<void>} when a try that began after this call has ended, well or not
 */
export function syncNow() {
  if (!running) return begin();
  next ??= running.then(begin);
  return next;
}

function begin() {
  next = null;
  running ??= tryOnce().finally(() => {
    running = null;
  });
  return running;
}

/** Listen for everything that makes a try worth while, and try now. */
export function startSync() {
  addEventListener("online", () => void syncNow());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") void syncNow();
  });
  return syncNow();
}

async function tryOnce() {
  clearTimeout(timer);
  try {
    await syncAccount();
    attempts = 0;
    setTrouble(currentAccount(), null);
  } catch (error) {
    await giveUp(error);
  }
}

async function syncAccount() {
  // Somebody may have signed in since.
  if (!currentAccount()) await meetSession();
  let account;
  do {
    account = currentAccount();
    const now = account;
    if (now) await alone(now, () => syncAll(now));
  } while (currentAccount() !== account);
}

/** @param {unknown} error */
async function giveUp(error) {
  const account = currentAccount();
  const { trouble, retry, wait } = judge(error);
  if (!account && !isSignOutPending()) return;
  const isGone = error instanceof HttpError && error.status === 410 && isProblem(error);
  if (account && isGone) await forgetAccount(account);
  else if (account && trouble === "signed-out" && (await eraseIfDeleted(account))) return;
  setTrouble(account, trouble);
  if (retry) {
    timer = setTimeout(() => void syncNow(), backOff(attempts, wait));
    attempts += 1;
  }
}

/** @param {string} account */
async function syncAll(account) {
  const session = await meetSession();
  if (currentAccount() !== account) return;
  if (!session.signed_in) throw HttpError.asIf(401);
  let most = MOST_CHANGES;
  let renewed = false;
  for (let more = true; more; ) {
    try {
      more = await exchange(account, session.epoch, most);
      most = Math.min(MOST_CHANGES, most * 2);
      tellAll({ about: "records", account });
    } catch (error) {
      if (!(error instanceof HttpError) || !isProblem(error)) throw error;
      if (problemCode(error) === "csrf" && !renewed) {
        renewed = true;
        await meetSession();
      } else if (error.status === 413 || error.status === 422) {
        most = await narrow(account, most, error);
      } else {
        throw error;
      }
    }
  }
}

/**
 * Halve the batch that was refused as a whole; where one change alone is refused, that one is in the way.
 *
 * @param {string} account
 * @param {number} most
 * @param {HttpError} error
 * @returns {Promise<number>} how many changes to send next
 */
async function narrow(account, most, error) {
  const batch = await takeBatch(account, most);
  if (batch.length === 0) throw error;
  if (batch.length > 1) return Math.ceil(batch.length / 2);
  const code = error.status === 413 ? "too_large" : "malformed";
  await refuse(account, batch[0].op, [{ field: "", code, message: "" }]);
  return MOST_CHANGES;
}
