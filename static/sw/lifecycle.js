// The worker's life: install, activate, messages from pages, requests.

worker.addEventListener("install", (event) => {
  // A worker installs whatever the network does: the pack is no part of it and goes on downloading afterwards.
  event.waitUntil(firstInstall());
  // Names of static files carry a hash: whichever pack has one, it is the right one, and the browser finds it without
  // waking the worker. Where a browser cannot do that, or no pack has it, all is as before.
  /** @type {any} */ (event).addRoutes?.({ condition: { urlPattern: { pathname: "/static/*" } }, source: "cache" });
});

worker.addEventListener("activate", (event) => {
  event.waitUntil(takeOver());
});

worker.addEventListener("message", (event) => {
  const { type, ...why } = event.data ?? {};
  if (type === "hipcare:check") event.waitUntil(bringUpToDate(why));
  if (type === "hipcare:state") event.waitUntil(currentState().then(tell));
  if (type === "hipcare:remove") event.waitUntil(removeEverything().then(currentState).then(tell));
  // Not waited for: a worker that waits for its own activation waits for ever.
  if (type === "hipcare:activate") worker.skipWaiting();
});

worker.addEventListener("fetch", (event) => {
  const strategy = route(event.request);
  if (strategy) event.respondWith(strategy(event.request));
});

async function firstInstall() {
  if (!(await activePack())) await bringUpToDate({ mustOnly: true });
}

async function takeOver() {
  known = null; // another worker may have switched packs while this one waited
  await removeLeftovers();
  await worker.clients.claim();
}

/** @returns {Promise<object>} what pages are told: the last result, and which pack serves */
async function currentState() {
  const [active, last] = [await activePack(), await lastResult()];
  const state = last?.state === "complete" && !active?.complete ? "partial" : (last?.state ?? "nothing");
  return { state, reason: last?.reason, at: last?.at, version: active?.version, release: active?.release };
}

/**
 * Tell every open page of this site, controlled or not.
 *
 * @param {object} news
 */
async function tell(news) {
  const pages = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  for (const one of pages) one.postMessage({ type: "hipcare:pack", ...news });
}
