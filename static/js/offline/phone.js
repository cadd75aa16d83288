// @ts-check

const META = "hipcare-meta";
const PACK = "hipcare-pack-";
const RECORDS = "/offline/phone/";

/**
 * @typedef {object} Entry
 * @property {string} url
 * @property {number} bytes
 *
 * @typedef {object} Active
 * @property {string} version
 * @property {string} release
 * @property {boolean} complete
 * @property {number} since milliseconds
 * @property {Entry[]} pages
 * @property {Entry[]} assets
 *
 * @typedef {object} Last
 * @property {"complete" | "interrupted" | "removed"} state
 * @property {"network" | "changed" | "quota" | "fault"} [reason]
 * @property {number} at milliseconds
 */

/**
 * @param {"active" | "last"} name
 * @returns {Promise<any>} null where there is none
 */
async function readRecord(name) {
  const answer = await caches.match(RECORDS + name, { cacheName: META });
  return answer ? answer.json() : null;
}

/** @returns {Promise<Active | null>} the pack that pages are served from */
export function readActive() {
  return readRecord("active");
}

/** @returns {Promise<Last | null>} how the last look at the server ended */
export function readLast() {
  return readRecord("last");
}

/**
 * Count what is really stored, not what should be.
 *
 * @param {Active} active
 * @returns {Promise<{pages: number, listed: number, bytes: number}>} bytes unpacked, files included
 */
export async function measurePack(active) {
  const cache = await caches.open(PACK + active.version);
  const there = new Set((await cache.keys()).map((request) => new URL(request.url).pathname));
  const [pages, assets] = [active.pages, active.assets].map((entries) => entries.filter(({ url }) => there.has(url)));
  const bytes = [...pages, ...assets].reduce((sum, entry) => sum + entry.bytes, 0);
  return { pages: pages.length, listed: active.pages.length, bytes };
}
