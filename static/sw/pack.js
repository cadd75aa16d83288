// Bringing the phone up to date: read the list, fetch what differs beside the pack that serves, switch.

const LOCK = "hipcare-pack";

/**
 * See whether the phone holds what it should, and fetch what is missing. Never throws; the result is told to
 * all pages and kept in the record "last".
 *
 * @param {{asked?: boolean, back?: boolean, mustOnly?: boolean}} [why] asked: a person wants it now; back: the
 *   network has come back; mustOnly: stop after the part that must be there
 */
async function bringUpToDate(why = {}) {
  // Two tabs, or an old worker and a new one, download once.
  // What a person asks for waits its turn; anything else that comes in between is done by who is at it.
  await navigator.locks.request(LOCK, { ifAvailable: !why.asked }, async (lock) => {
    if (!lock || !(await isDue(why))) return;
    const failures = (await lastResult())?.failures ?? 0;
    try {
      await download(why.mustOnly ?? false);
      await note({ state: "complete", at: Date.now(), failures: 0 });
    } catch (error) {
      await noteFailure(reasonOf(error), failures + 1);
      if (reasonOf(error) === "fault") reportError(error);
    }
  });
  await tell(await currentState());
}

/** @param {boolean} mustOnly */
async function download(mustOnly) {
  let pack = await fetchList();
  for (;;) {
    await dropWithdrawn(pack.withdrawn ?? []);
    try {
      await complete(pack, mustOnly);
      return;
    } catch (error) {
      if (reasonOf(error) !== "changed") throw error;
      // Something was published meanwhile: what was fetched is copied into the newer pack.
      const newer = await fetchList();
      if (newer.version === pack.version) throw error;
      pack = newer;
    }
  }
}

/**
 * @param {Pack} pack
 * @param {boolean} mustOnly
 */
async function complete(pack, mustOnly) {
  const active = await activePack();
  if (active?.complete && active.version === pack.version && (await isWhole(active))) return;
  await copyUnchanged(pack);
  const must = {
    ...pack,
    pages: pack.pages.filter((page) => page.must),
    assets: pack.assets.filter((asset) => asset.must),
  };
  if (!active) {
    // The small pack: on a phone that has nothing yet, what matters most opens as soon as all of it is there.
    await fetchMissing(must, pack);
    await switchTo(must, false);
  }
  if (mustOnly) return;
  await fetchMissing(pack, pack);
  await switchTo(pack, true);
  await writeRecord("staging", null);
  await removeLeftovers();
}

/**
 * Begin the next pack with everything that is on the phone already: of the pack that serves, and of a half pack.
 *
 * @param {Pack} pack
 */
async function copyUnchanged(pack) {
  const staging = await readRecord("staging");
  await writeRecord("staging", { version: pack.version, entries: entriesOf(pack) });
  const there = await storedPaths(pack.version);
  const cache = await caches.open(PACK + pack.version);
  for (const source of [await activePack(), staging]) {
    if (!source || source.version === pack.version) continue;
    const same = new Set((source.entries ?? entriesOf(source)).map((/** @type {Entry} */ one) => one.url + one.revision));
    for (const { url, revision } of entriesOf(pack)) {
      if (there.has(url) || !same.has(url + revision)) continue;
      const kept = await caches.match(url, { cacheName: PACK + source.version, ignoreVary: true });
      if (!kept) continue;
      await cache.put(url, kept);
      there.add(url);
    }
  }
  await removeLeftovers();
}

/**
 * @param {Pack} wanted
 * @param {Pack} whole counts for what is told
 */
async function fetchMissing(wanted, whole) {
  const cache = await caches.open(PACK + whole.version);
  const there = await storedPaths(whole.version);
  const total = entriesOf(whole).length;
  const missing = () => entriesOf(wanted).filter((entry) => !there.has(entry.url));
  const keep = async (/** @type {Entry} */ entry, /** @type {Response} */ response) => {
    await cache.put(entry.url, response);
    there.add(entry.url);
    await tell({ state: "downloading", done: there.size, total });
  };
  await eachOf(worthWhile(whole.bundles, missing()), 1, ({ number, entries }) => fetchBundle(number, entries, keep));
  await eachOf(missing(), AT_ONCE, async (entry) => keep(entry, await fetchEntry(entry)));
}

/**
 * The bundles of which more than half is missing, each with what is missing of it.
 *
 * @param {string[][]} bundles
 * @param {Entry[]} missing
 */
function worthWhile(bundles, missing) {
  const byUrl = new Map(missing.map((entry) => [entry.url, entry]));
  return bundles
    .map((urls, number) => ({ number, all: urls.length, entries: urls.flatMap((url) => byUrl.get(url) ?? []) }))
    .filter(({ all, entries }) => entries.length * 2 > all);
}
