// @ts-check
import { HttpError, requestJson } from "../core/http.js";
import { tellAll } from "../device/channel.js";
import { currentAccount, isSignOutPending, pointTo, setSignOutPending } from "../device/pointer.js";
import { othersDone } from "./alone.js";
import { deleteStore } from "./db.js";
import { countDrafts } from "./drafts.js";
import { listOutbox } from "./outbox.js";
import { readPosition } from "./position.js";
import { TIME_LIMIT, askSession, endSession } from "./session.js";

/**
 * Ask who is signed in, and show that person's journal. A sign-out that the server was not told of comes first.
 *
 * @returns {Promise<Journal.Session>}
 * @throws {NetworkError | HttpError | AnswerError}
 */
export async function meetSession() {
  if (isSignOutPending()) {
    await endSession();
    setSignOutPending(false);
  }
  const before = currentAccount();
  const session = await askSession();
  // Who signed out while the answer was on its way is not brought back by it.
  const isOvertaken = currentAccount() !== before;
  if (session.user && session.user.id !== before && !isOvertaken) await showAccount(session.user);
  return session;
}

/**
 * Show somebody's journal. What another person left here stays only while it is not sent or half written, unseen.
 *
 * @param {{id: string, name: string} | null} user
 */
export async function showAccount(user) {
  const before = currentAccount();
  pointTo(user);
  if (before && before !== user?.id) await deleteIfSent(before);
  tellAll({ about: "account", account: user?.id ?? null });
}

/** @param {string} account */
async function deleteIfSent(account) {
  const unsent = await listOutbox(account);
  if (unsent.length === 0 && (await countDrafts(account)) === 0) await deleteStore(account);
}

/**
 * Ask, signed out, whether an account still exists; where the person deleted it, nothing of it stays here.
 *
 * @param {string} account
 * @returns {Promise<boolean>} whether it is gone
 */
export async function eraseIfDeleted(account) {
  const { device_id, device_secret } = await readPosition(account);
  if (!device_secret) return false;
  try {
    const headers = { "X-Hipcare-Device": device_id, Authorization: `Bearer ${device_secret}` };
    await requestJson("/api/v1/device", { headers, timeLimit: TIME_LIMIT });
  } catch (error) {
    if (error instanceof HttpError && error.status === 410) {
      await forgetAccount(account);
      return true;
    }
  }
  return false;
}

/**
 * Delete all that an account has here and show nobody's journal.
 *
 * @param {string} account
 */
export async function forgetAccount(account) {
  if (currentAccount() === account) pointTo(null);
  await deleteStore(account);
  // An answer that was on its way may have been taken in after that.
  await othersDone(account);
  await deleteStore(account);
  tellAll({ about: "account", account: currentAccount() });
}
