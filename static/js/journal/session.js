// @ts-check
import { AnswerError, HttpError, requestJson } from "../core/http.js";
import { compareClocks } from "./clock.js";

export const TIME_LIMIT = 20_000;
const ADDRESS = "/api/v1/session";

let token = "";

/** Return the CSRF token of the last session that the server told of; empty before that. */
export function csrfToken() {
  return token;
}

/**
 * Ask who is signed in.
 *
 * @returns {Promise<Journal.Session>}
 * @throws {NetworkError | HttpError | AnswerError}
 */
export async function askSession() {
  const answer = await requestJson(ADDRESS, { timeLimit: TIME_LIMIT, heard: compareClocks });
  if (!isSession(answer)) throw new AnswerError(ADDRESS);
  token = answer.csrf_token;
  return answer;
}

/**
 * Sign out on the server.
 *
 * @throws {NetworkError | HttpError | AnswerError}
 */
export async function endSession() {
  const { signed_in } = await askSession();
  if (!signed_in) return;
  try {
    await requestJson(ADDRESS, { method: "DELETE", headers: { "X-CSRFToken": token }, timeLimit: TIME_LIMIT });
  } catch (error) {
    // Another tab that heard of the sign-out tells the server too; the one that comes second is refused.
    if (!(error instanceof HttpError) || (await askSession()).signed_in) throw error;
  }
  token = "";
}

/**
 * @param {unknown} answer
 * @returns {answer is Journal.Session}
 */
function isSession(answer) {
  const session = /** @type {Partial<Journal.Session>} */ (answer);
  if (typeof session.signed_in !== "boolean" || typeof session.csrf_token !== "string") return false;
  return session.signed_in === (typeof session.user?.id === "string");
}
