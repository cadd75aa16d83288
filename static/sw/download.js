// Fetching: nothing but what the pack lists, without cookies, and nothing kept that is not what was listed.

const LIST = "/offline/pack.json";
const BUNDLES = "/offline/bundles/";
const FETCH_LIMIT = 30_000; // milliseconds for one file
const BUNDLE_LIMIT = 180_000; // milliseconds for one bundle: 150 kB at the speed of a bad 2G line
const AT_ONCE = 4; // files; bundles come one by one, so that a cut loses part of one only

/** Why a pack could not be completed: "network", or "changed": not the bytes that were listed. */
class PackError extends Error {
  /** @param {"network" | "changed"} reason */
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

/** @returns {Promise<Pack>} what a phone should hold, as the server says now */
async function fetchList() {
  try {
    const answer = await fetch(LIST, {
      credentials: "omit",
      redirect: "error",
      cache: "no-cache",
      signal: AbortSignal.timeout(FETCH_LIMIT),
    });
    // A captive portal answers 200 with a page of its own.
    const pack = answer.status === 200 ? await answer.json() : null;
    const lists = [pack?.pages, pack?.assets, pack?.bundles];
    if (typeof pack?.version === "string" && lists.every(Array.isArray)) return pack;
  } catch {
    // No answer, a broken one, or the time limit: all the same to the phone.
  }
  throw new PackError("network");
}

/**
 * @param {Entry} entry
 * @returns {Promise<Response>} with exactly the bytes that the pack lists
 */
async function fetchEntry(entry) {
  const [answer, body] = await fetchWhole(entry.url, FETCH_LIMIT);
  if (answer.status !== 200 || (await revisionOf(body)) !== entry.revision) throw new PackError("changed");
  return new Response(body, { headers: headersOf(answer, answer.headers.get("Content-Type") ?? "") });
}

/**
 * Fetch many entries in one answer. What is not what the pack lists is left out: it is asked for by itself then.
 *
 * @param {number} number
 * @param {Entry[]} wanted
 * @param {(entry: Entry, response: Response) => Promise<void>} keep
 */
async function fetchBundle(number, wanted, keep) {
  const [answer, body] = await fetchWhole(`${BUNDLES}${number}.json`, BUNDLE_LIMIT);
  const parts = answer.status === 200 ? readParts(body) : {};
  for (const entry of wanted) {
    const { type, text } = parts[entry.url] ?? {};
    if (typeof type !== "string" || typeof text !== "string") continue;
    const bytes = new TextEncoder().encode(text);
    if ((await revisionOf(bytes)) === entry.revision) await keep(entry, new Response(bytes, { headers: headersOf(answer, type) }));
  }
}

/**
 * @param {ArrayBuffer} body
 * @returns {Record<string, {type?: unknown, text?: unknown}>}
 */
function readParts(body) {
  try {
    return JSON.parse(new TextDecoder().decode(body)) ?? {};
  } catch {
    return {};
  }
}

/**
 * The headers to keep a body with, which is unpacked by now. All public answers carry the same, but for their type.
 *
 * @param {Response} answer
 * @param {string} type
 */
function headersOf(answer, type) {
  const headers = new Headers(answer.headers);
  headers.set("Content-Type", type);
  for (const name of ["Content-Encoding", "Content-Length", "ETag"]) headers.delete(name);
  return headers;
}

/**
 * @param {string} url
 * @param {number} limit milliseconds until it is given up
 * @returns {Promise<[Response, ArrayBuffer]>}
 */
async function fetchWhole(url, limit) {
  try {
    const answer = await fetch(url, {
      credentials: "omit",
      redirect: "error",
      cache: "reload",
      signal: AbortSignal.timeout(limit),
    });
    return [answer, await answer.arrayBuffer()];
  } catch {
    throw new PackError("network");
  }
}

/** @param {BufferSource} body */
async function revisionOf(body) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  return [...digest.slice(0, 10)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * @param {unknown} error
 * @returns {"network" | "changed" | "quota" | "fault"}
 */
function reasonOf(error) {
  if (error instanceof PackError) return error.reason;
  return error instanceof DOMException && error.name === "QuotaExceededError" ? "quota" : "fault";
}

/**
 * Do something with each, a few at a time. What does not fit its revision holds nobody up; a dead network or a
 * full phone ends it.
 *
 * @template T
 * @param {T[]} all
 * @param {number} atOnce
 * @param {(one: T) => Promise<void>} work
 */
async function eachOf(all, atOnce, work) {
  const queue = [...all];
  /** @type {unknown} */
  let failure = null;
  const lane = async () => {
    for (let one = queue.shift(); one; one = queue.shift()) {
      try {
        await work(one);
      } catch (error) {
        if (reasonOf(error) !== "changed") queue.length = 0;
        if (!failure || reasonOf(failure) === "changed") failure = error;
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  if (failure) throw failure;
}
