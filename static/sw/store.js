"use strict";

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

// What is kept on the phone: one cache for each pack, and one with small records about them.
// Only names with these prefixes are ever opened or deleted.

const OWN = "hipcare-";
const META = `${OWN}meta`;
const PACK = `${OWN}pack-`;
const RECORDS = "/offline/phone/"; // addresses inside META; the server has nothing there

/**
 * @typedef {object} Entry
 * @property {string} url path without query
 * @property {string} revision the first 20 hexadecimal digits of the SHA-256 of its bytes
 * @property {number} bytes
 * @property {boolean} must belongs to the part that is fetched first
 * @property {string[]} [queries] parameters with which the page may be opened
 * @property {string[]} [also] other addresses that it answers; `*` stands for a slug
 *
 * @typedef {object} Pack
 * @property {string} version
 * @property {string} release
 * @property {Entry[]} pages
 * @property {Entry[]} assets
 * @property {string[][]} bundles by number: the addresses that one answer brings together
 * @property {string[]} withdrawn
 *
 * @typedef {Pack & {complete: boolean, since: number}} ActivePack
 */

/** The active pack as last read by this worker. @type {ActivePack | null} */
let known = null;

/**
 * @param {"active" | "staging" | "last"} name
 * @returns {Promise<any>} null where there is none
 */
async function readRecord(name) {
  const answer = await caches.match(RECORDS + name, { cacheName: META });
  return answer ? answer.json() : null;
}

/**
 * @param {"active" | "staging" | "last"} name
 * @param {unknown} value
 */
async function writeRecord(name, value) {
  const meta = await caches.open(META);
  await meta.put(RECORDS + name, new Response(JSON.stringify(value), { headers: { "Content-Type": "application/json" } }));
}

/** @returns {Promise<ActivePack | null>} the pack that pages are served from */
async function activePack() {
  known ??= await readRecord("active");
  return known;
}

/**
 * Serve from this pack from now on. One record is written, so that there is no moment between two packs.
 *
 * @param {Pack} pack
 * @param {boolean} complete false for the part that must be there
 */
async function switchTo(pack, complete) {
  const active = { ...pack, complete, since: Date.now() };
  await writeRecord("active", active);
  known = active;
}

/** @param {Pack} pack */
function entriesOf(pack) {
  return [...pack.assets, ...pack.pages].sort((a, b) => Number(b.must) - Number(a.must));
}

/**
 * Return what the active pack has at an address; undefined where it has nothing.
 *
 * @param {string} path
 */
async function fromPack(path) {
  const active = await activePack();
  const isThis = (/** @type {Entry} */ entry) => entry.url === path;
  if (!active?.pages.some(isThis) && !active?.assets.some(isThis)) return undefined;
  return caches.match(path, { cacheName: PACK + active.version, ignoreVary: true });
}

/** @param {Pack} pack */
async function isWhole(pack) {
  const there = await storedPaths(pack.version);
  return entriesOf(pack).every((entry) => there.has(entry.url));
}

/** @param {string} version */
async function storedPaths(version) {
  const cache = await caches.open(PACK + version);
  return new Set((await cache.keys()).map((request) => new URL(request.url).pathname));
}

/** Delete what no record names: packs of before, half packs that were given up, caches of older workers. */
async function removeLeftovers() {
  const [active, staging] = [await readRecord("active"), await readRecord("staging")];
  const kept = new Set([META, PACK + active?.version, PACK + staging?.version]);
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(OWN) && !kept.has(name)).map((name) => caches.delete(name)));
}

/**
 * Delete withdrawn pages from every pack, the one that serves included.
 *
 * @param {string[]} paths
 */
async function dropWithdrawn(paths) {
  const gone = new Set(paths);
  const active = await activePack();
  if (active?.pages.some((page) => gone.has(page.url))) {
    known = { ...active, pages: active.pages.filter((page) => !gone.has(page.url)) };
    await writeRecord("active", known);
  }
  for (const name of (await caches.keys()).filter((one) => one.startsWith(PACK))) {
    const cache = await caches.open(name);
    await Promise.all(paths.map((path) => cache.delete(path, { ignoreVary: true })));
  }
}

/** Take everything off this phone but the wish not to have it. */
async function removeEverything() {
  known = null;
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(OWN)).map((name) => caches.delete(name)));
  await note({ state: "removed", at: Date.now(), failures: 0 });
}
