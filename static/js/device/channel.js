// @ts-check

/**
 * What pages of this site tell each other: "records" changed, what is "waiting" or in the way changed ("status"), or
 * another "account" is shown now.
 *
 * @typedef {{about: "records" | "status" | "account", account: string | null}} News
 */

const NAME = "hipcare-journal";
const CHANGED = "hipcare:journal-news";

const channel = typeof BroadcastChannel === "function" ? new BroadcastChannel(NAME) : null;
channel?.addEventListener("message", (event) => tellPage(event.data));

/** @param {News} news */
export function tellAll(news) {
  tellPage(news);
  channel?.postMessage(news);
}

/**
 * Call back for news of this page and of the others.
 *
 * @param {(news: News) => void} use
 * @returns {() => void} ends it
 */
export function onNews(use) {
  /** @param {Event} event */
  const listen = (event) => use(/** @type {CustomEvent<News>} */ (event).detail);
  document.addEventListener(CHANGED, listen);
  return () => document.removeEventListener(CHANGED, listen);
}

/** @param {News} news */
function tellPage(news) {
  document.dispatchEvent(new CustomEvent(CHANGED, { detail: news }));
}
