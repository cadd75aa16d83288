// How a request is answered. Each takes a request and returns a response.

const PAGE_LIMIT = 8_000; // milliseconds that a page outside the pack may take to begin
const FALLBACK = "/offline/";

/**
 * A page that a person goes to: from the pack, without asking the network. A page that the pack does not have
 * may come from the network within a time limit; then the page about what is on this phone explains.
 *
 * @param {Request} request
 */
async function page(request) {
  const packed = await packedPage(request);
  if (packed) return packed;
  const fallback = await fromPack(FALLBACK);
  if (!fallback) return fetch(request);
  return (await withinLimit(fetch(request))) ?? fallback;
}

/**
 * Anything else of this site: from the pack where it is listed, else as if there were no worker.
 *
 * @param {Request} request
 */
async function file(request) {
  return (await packedPage(request)) ?? fetch(request);
}

/**
 * @param {Request} request
 * @returns {Promise<Response | undefined>}
 */
async function packedPage(request) {
  const { pathname, searchParams } = new URL(request.url);
  const entry = entryFor(pathname, (await activePack())?.pages ?? []);
  if (![...searchParams.keys()].every((name) => entry?.queries?.includes(name))) return undefined;
  return fromPack(entry?.url ?? pathname);
}

/**
 * @param {string} pathname
 * @param {Entry[]} entries
 */
function entryFor(pathname, entries) {
  const fits = (/** @type {string} */ pattern) => new RegExp(`^${pattern.replaceAll("*", "[a-z0-9-]+")}$`).test(pathname);
  return entries.find(({ url }) => url === pathname) ?? entries.find(({ also }) => also?.some(fits));
}

/**
 * @param {Promise<Response>} answer
 * @returns {Promise<Response | null>} null where it failed or was late
 */
function withinLimit(answer) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, PAGE_LIMIT, null);
    answer.then(resolve, () => resolve(null)).finally(() => clearTimeout(timer));
  });
}
