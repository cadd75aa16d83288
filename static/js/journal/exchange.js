// @ts-check
import { AnswerError, HttpError, requestJson } from "../core/http.js";
import { applyAnswer, beginRestoring, eraseRecords } from "./apply.js";
import { listOutbox, takeBatch } from "./outbox.js";
import { readPosition } from "./position.js";
import { TIME_LIMIT, csrfToken } from "./session.js";

const ADDRESS = "/api/v1/sync";
const API_VERSION = "1";
export const MOST_CHANGES = 200;

/**
 * Send one batch and take in one answer.
 *
 * @param {string} account
 * @param {string | null} epoch of the session, for a device's first contact
 * @param {number} most changes
 * @returns {Promise<boolean>} whether there is more to send or to fetch
 * @throws {NetworkError | HttpError | AnswerError | StoreError} after which the outbox is whole
 */
export async function exchange(account, epoch, most) {
  const position = await readPosition(account);
  const changes = position.restoring ? [] : await takeBatch(account, most);
  const answer = await requestJson(ADDRESS, {
    method: "POST",
    json: {
      device_id: position.device_id,
      epoch: position.epoch ?? epoch,
      cursor: position.cursor,
      want_secret: !position.device_secret,
      changes,
    },
    headers: { "X-Hipcare-Api": API_VERSION, "X-CSRFToken": csrfToken() },
    timeLimit: TIME_LIMIT,
  });
  if (!isAnswer(answer, changes)) throw new AnswerError(ADDRESS);
  if (answer.resync === "erased") await eraseRecords(account, answer);
  else if (answer.resync === "restored") await beginRestoring(account, answer);
  else await applyAnswer(account, answer);
  // Restored again while it is compared: what is kept here stands, and time has to pass before the next try.
  if (answer.resync === "restored" && position.restoring) throw HttpError.asIf(503);
  return Boolean(answer.more || answer.resync) || (await canSendMore(account));
}

/** @param {string} account */
async function canSendMore(account) {
  return (await listOutbox(account)).some((entry) => !entry.refused || entry.sent);
}

/**
 * Check that this is the answer to these changes: a portal's page, half an answer or somebody else's is none.
 *
 * @param {unknown} answer
 * @param {Journal.Change[]} changes
 * @returns {answer is Journal.Answer}
 */
function isAnswer(answer, changes) {
  const { epoch, cursor, more, results, changes: remotes, resync } = /** @type {Partial<Journal.Answer>} */ (answer);
  if (typeof epoch !== "string" || typeof more !== "boolean" || !isTextOrNull(cursor)) return false;
  if (!Array.isArray(results) || !Array.isArray(remotes) || !remotes.every(isRemote)) return false;
  if (resync === "restored" || resync === "erased") return true;
  return resync === null && results.length === changes.length && results.every((result, n) => fits(result, changes[n]));
}

/** @param {unknown} value */
function isTextOrNull(value) {
  return value === null || typeof value === "string";
}

/**
 * @param {Partial<Journal.Result>} result
 * @param {Journal.Change} change
 */
function fits(result, change) {
  if (result?.op !== change.op || result.id !== change.id) return false;
  if (result.status === "invalid") return Array.isArray(result.errors);
  return ["applied", "duplicate", "conflict"].includes(result.status ?? "") && Number.isInteger(result.revision);
}

/** @param {Partial<Journal.Remote>} remote */
function isRemote(remote) {
  if (typeof remote?.id !== "string" || typeof remote.kind !== "string") return false;
  return Number.isInteger(remote.revision) && remote.deleted === (remote.data === null);
}
