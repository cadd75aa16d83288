// @ts-check

const TIME_LIMIT = 15_000;
const SAFE_METHODS = ["GET", "HEAD"];

/** No answer came: no network, a broken connection, or the time limit. */
export class NetworkError extends Error {}

/** An answer came and it is not a success. */
export class HttpError extends Error {
  /**
   * @param {Response} response
   * @param {unknown} problem the problem document, or null where the body is none
   */
  constructor(response, problem) {
    super(String(response.status));
    this.status = response.status;
    this.problem = problem;
    this.retryAfter = Number(response.headers.get("Retry-After")) || null;
  }

  /**
   * What this side finds out by itself and treats as if the server had said it.
   *
   * @param {number} status
   */
  static asIf(status) {
    return new HttpError(new Response(null, { status }), { status });
  }
}

/** The answer is not what was asked for: a captive portal's page, a truncated body. */
export class AnswerError extends Error {}

/**
 * @typedef {object} RequestOptions
 * @property {string} [method]
 * @property {unknown} [json] sent as the body
 * @property {Record<string, string>} [headers]
 * @property {AbortSignal} [signal] the caller's own wish to stop
 * @property {(response: Response) => void} [heard] told of every answer that comes, before it is judged
 * @property {number} [timeLimit] milliseconds until `NetworkError`, the body included
 */

/**
 * Ask this site for JSON and return it parsed.
 *
 * @param {string} address
 * @param {RequestOptions} [options]
 * @returns {Promise<unknown>} null for an empty answer
 * @throws {NetworkError | HttpError | AnswerError}
 */
export async function requestJson(address, { method = "GET", json, headers = {}, signal, heard, timeLimit = TIME_LIMIT } = {}) {
  const signals = [AbortSignal.timeout(timeLimit), ...(signal ? [signal] : [])];
  let response;
  let text;
  try {
    response = await fetch(address, {
      method,
      headers: headersFor(method, json, headers),
      body: json === undefined ? undefined : JSON.stringify(json),
      credentials: "same-origin",
      redirect: "error",
      signal: anyOf(signals),
    });
    text = await response.text();
  } catch (error) {
    throw new NetworkError(address, { cause: error });
  }
  heard?.(response);
  return readAnswer(response, text);
}

/**
 * @param {Response} response
 * @param {string} text
 */
function readAnswer(response, text) {
  const isJson = /[/+]json\b/.test(response.headers.get("Content-Type") ?? "");
  if (!response.ok) throw new HttpError(response, isJson ? parse(text) : null);
  if (response.status === 204) return null;
  if (!isJson) throw new AnswerError(response.url);
  const answer = parse(text);
  if (answer === null) throw new AnswerError(response.url);
  return answer;
}

/** @param {string} text */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * @param {string} method
 * @param {unknown} json
 * @param {Record<string, string>} more
 */
function headersFor(method, json, more) {
  /** @type {Record<string, string>} */
  const headers = { Accept: "application/json", ...more };
  if (json !== undefined) headers["Content-Type"] = "application/json";
  if (!SAFE_METHODS.includes(method) && !headers["X-CSRFToken"]) headers["X-CSRFToken"] = csrfToken();
  return headers;
}

/** Read at send time: signing in changes it. */
function csrfToken() {
  const cookie = document.cookie.split("; ").find((pair) => /^(__Host-)?csrf=/.test(pair));
  return cookie ? cookie.slice(cookie.indexOf("=") + 1) : "";
}

/** @param {AbortSignal[]} signals */
function anyOf(signals) {
  if (signals.length === 1) return signals[0];
  const controller = new AbortController();
  for (const signal of signals) {
    if (signal.aborted) controller.abort(signal.reason);
    signal.addEventListener("abort", () => controller.abort(signal.reason), { once: true });
  }
  return controller.signal;
}
