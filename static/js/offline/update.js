// @ts-check
import { isBusy } from "../core/busy.js";
import { readActive } from "./phone.js";
import { followPack } from "./worker.js";

const PATIENCE = 60_000; // milliseconds that a new worker is held back for the pack that belongs to it

/**
 * Call back when a newer release is ready on this phone: a new worker waits, or a pack of a newer release serves.
 *
 * @param {ServiceWorkerRegistration} registration
 * @param {string | undefined} release of the pack when this page was opened
 * @param {() => void} offer called more than once where more comes
 */
export function followUpdates(registration, release, offer) {
  const offerWaiting = () => {
    if (registration.waiting && navigator.serviceWorker.controller) offer();
  };
  offerWaiting(); // left over from an earlier page
  registration.addEventListener("updatefound", () => window.setTimeout(offerWaiting, PATIENCE));
  let before = release;
  followPack((news) => {
    if (news.state !== "complete") return;
    // The first pack of all is no update.
    before ??= news.release;
    if (news.release !== before) offer();
  });
}

/** @returns {Promise<string | undefined>} the release of the pack that serves now */
export async function currentRelease() {
  return (await readActive())?.release;
}

/**
 * Change to the newer release by loading this page again. Other tabs go on as they are.
 *
 * @param {ServiceWorkerRegistration} registration
 * @returns {boolean} false where something here must be finished first
 */
export function update(registration) {
  if (isBusy()) return false;
  const { waiting } = registration;
  if (!waiting) {
    window.location.reload();
    return true;
  }
  navigator.serviceWorker.addEventListener("controllerchange", () => window.location.reload(), { once: true });
  waiting.postMessage({ type: "hipcare:activate" });
  return true;
}
