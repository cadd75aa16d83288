// @ts-check

const HOUR = 3_600_000;
const STALLED = 40_000; // milliseconds without news of a download that has not ended

/**
 * @typedef {object} News
 * @property {"downloading" | "complete" | "partial" | "interrupted" | "removed" | "nothing"} state
 * @property {"network" | "changed" | "quota" | "fault"} [reason]
 * @property {number} [done] files, of `total`
 * @property {number} [total]
 * @property {number} [at] when the server was last asked, in milliseconds
 * @property {string} [release] of the pack that serves
 */

/** @returns {boolean} whether this browser can keep pages */
export function isSupported() {
  return "serviceWorker" in navigator && "caches" in window && "locks" in navigator;
}

/**
 * Ask the worker for something; the answer comes as news.
 *
 * @param {"check" | "state" | "remove"} what
 * @param {{asked?: boolean, back?: boolean}} [why]
 */
export async function askWorker(what, why = {}) {
  const registration = await navigator.serviceWorker.ready;
  registration.active?.postMessage({ type: `hipcare:${what}`, ...why });
}

/**
 * Call back with all news of the pack.
 *
 * @param {(news: News) => void} use
 */
export function followPack(use) {
  navigator.serviceWorker.addEventListener("message", ({ data }) => {
    if (data?.type === "hipcare:pack") use(data);
  });
  navigator.serviceWorker.startMessages();
}

/**
 * Register the worker and keep the pack up to date: now, when the page is looked at again, and when the network
 * comes back. Whether it is time to ask the server is for the worker to say.
 *
 * @returns {Promise<ServiceWorkerRegistration>}
 */
export async function startWorker() {
  const registration = await navigator.serviceWorker.register("/serviceworker.js", { updateViaCache: "none" });
  let looked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) return;
    askWorker("check");
    if (Date.now() - looked < HOUR) return;
    looked = Date.now();
    registration.update().catch(() => {}); // no network: the next look is soon enough
  });
  window.addEventListener("online", () => askWorker("check", { back: true }));
  followPack(retryWhenStalled());
  await askWorker("check");
  return registration;
}

/** A browser may end a worker in the middle of a download; then somebody has to ask again. */
function retryWhenStalled() {
  let timer = 0;
  return (/** @type {News} */ { state, reason }) => {
    clearTimeout(timer);
    const isOver = ["complete", "removed"].includes(state) || reason === "quota";
    if (!isOver) timer = window.setTimeout(() => askWorker("check"), STALLED);
  };
}
