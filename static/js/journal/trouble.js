// @ts-check
import { AnswerError, HttpError, NetworkError } from "../core/http.js";
import { StoreError } from "./store-error.js";

/**
 * @typedef {object} Verdict
 * @property {Journal.Trouble} trouble
 * @property {boolean} retry whether time alone may mend it
 * @property {number | null} wait seconds that the server asked for
 */

/** @type {Record<number, Journal.Trouble>} */
const BY_STATUS = { 401: "signed-out", 426: "update", 429: "busy" };
/** @type {Record<string, Journal.Trouble>} */
const BY_CODE = { "other-account": "other-account", consent: "consent" };

/**
 * Say what an error of a sync means for the person. What nobody foresaw is thrown again.
 *
 * @param {unknown} error
 * @returns {Verdict}
 */
export function judge(error) {
  if (error instanceof NetworkError) return verdict("offline", true);
  if (error instanceof AnswerError) return verdict("captive", true);
  if (error instanceof StoreError) return verdict("store", false);
  if (!(error instanceof HttpError)) throw error;
  if (error.status >= 500 || error.status === 429) return verdict("busy", true, error.retryAfter);
  // A refusal of this site is a problem document; anything else was said by something on the way.
  if (!isProblem(error)) return verdict("captive", true);
  return verdict(BY_CODE[problemCode(error)] ?? BY_STATUS[error.status] ?? "forbidden", false);
}

/** @param {HttpError} error */
export function problemCode(error) {
  const problem = /** @type {{code?: unknown} | null} */ (error.problem);
  return typeof problem?.code === "string" ? problem.code : "";
}

/** @param {HttpError} error */
export function isProblem(error) {
  const problem = /** @type {{status?: unknown} | null} */ (error.problem);
  return problem?.status === error.status;
}

/**
 * @param {Journal.Trouble} trouble
 * @param {boolean} retry
 * @param {number | null} [wait]
 * @returns {Verdict}
 */
function verdict(trouble, retry, wait = null) {
  return { trouble, retry, wait };
}

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;
const LONGEST_ASKED = 3_600; // seconds: a guest network may ask for a day in the name of this site

/**
 * Return how long to wait before the next try: doubling up to half a minute, or what the server asked for, at most
 * an hour; never the same for two devices.
 *
 * @param {number} attempt 0 after the first failure
 * @param {number | null} wait seconds
 * @returns {number} milliseconds
 */
export function backOff(attempt, wait) {
  if (wait) return Math.min(wait, LONGEST_ASKED) * 1_000 * (1 + Math.random() / 4);
  return Math.min(FIRST_WAIT * 2 ** attempt, LONGEST_WAIT) * (0.5 + Math.random() / 2);
}
