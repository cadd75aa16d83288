// Fetching: nothing but what the pack lists, without cookies, and nothing kept that is not what was listed.

const LIST = "/offline/pack.json";
const FETCH_LIMIT = 30_000; // milliseconds for one file
const AT_ONCE = 4;

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
    if (typeof pack?.version === "string" && Array.isArray(pack.pages) && Array.isArray(pack.assets)) return pack;
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
  const [answer, body] = await fetchWhole(entry.url);
  if (answer.status !== 200 || (await revisionOf(body)) !== entry.revision) throw new PackError("changed");
  const headers = new Headers(answer.headers);
  // The body is unpacked by now.
  headers.delete("Content-Encoding");
  headers.delete("Content-Length");
  return new Response(body, { headers });
}

/**
 * @param {string} url
 * @returns {Promise<[Response, ArrayBuffer]>}
 */
async function fetchWhole(url) {
  try {
    const answer = await fetch(url, {
      credentials: "omit",
      redirect: "error",
      cache: "reload",
      signal: AbortSignal.timeout(FETCH_LIMIT),
    });
    return [answer, await answer.arrayBuffer()];
  } catch {
    throw new PackError("network");
  }
}

/** @param {ArrayBuffer} body */
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
 * Do something with each entry, a few at a time. What does not fit its revision holds nobody up; a dead
 * network or a full phone ends it.
 *
 * @param {Entry[]} entries
 * @param {(entry: Entry) => Promise<void>} work
 */
async function eachEntry(entries, work) {
  const queue = [...entries];
  /** @type {unknown} */
  let failure = null;
  const lane = async () => {
    for (let entry = queue.shift(); entry; entry = queue.shift()) {
      try {
        await work(entry);
      } catch (error) {
        if (reasonOf(error) !== "changed") queue.length = 0;
        if (!failure || reasonOf(failure) === "changed") failure = error;
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  if (failure) throw failure;
}
