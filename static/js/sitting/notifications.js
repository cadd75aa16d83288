// @ts-check
import { readMine, writeMine } from "../device/mine.js";

const ASKED = "notification-asked";

/** @returns {"unsupported" | "default" | "granted" | "denied"} */
export function permission() {
  if (!("Notification" in window) || !("serviceWorker" in navigator)) return "unsupported";
  return Notification.permission;
}

/** @returns {boolean} whether the person was asked here and has not answered */
export function wasAsked() {
  return permission() === "default" && readMine(ASKED) === true;
}

/** Ask the person, inside a tap and once only: who waves it away is not asked at every start. */
export async function askOnce() {
  if (permission() !== "default" || wasAsked()) return;
  writeMine(ASKED, true);
  await Notification.requestPermission();
}

/**
 * Show a notification that leads back to a page; one with the same tag is replaced.
 *
 * @param {object} what
 * @param {string} what.title
 * @param {string} what.body
 * @param {string} what.tag
 * @param {string} what.url path of the page
 * @param {string} what.icon
 * @param {string} what.badge
 * @param {boolean} what.silent
 * @param {{action: string, title: string}[]} what.actions
 */
export async function notify({ title, body, tag, url, icon, badge, silent, actions }) {
  if (permission() !== "granted") return;
  const registration = await navigator.serviceWorker.getRegistration();
  const options = { body, tag, icon, badge, silent, actions, renotify: true, requireInteraction: true, data: { url } };
  await registration?.showNotification(title, { ...options, lang: document.documentElement.lang });
}

/**
 * Take notifications away that no longer hold.
 *
 * @param {string} tag
 */
export async function dismiss(tag) {
  if (permission() !== "granted") return;
  const registration = await navigator.serviceWorker.getRegistration();
  for (const shown of (await registration?.getNotifications({ tag })) ?? []) shown.close();
}

/**
 * Call back with the button of a notification that was pressed, here or while this page was gone.
 *
 * @param {(action: string) => void} act
 */
export function followActions(act) {
  const fromAddress = location.hash.slice(1);
  if (fromAddress) {
    history.replaceState(history.state, "", location.pathname + location.search);
    act(fromAddress);
  }
  navigator.serviceWorker?.addEventListener("message", ({ data }) => {
    if (data?.type === "hipcare:notification" && data.url === location.pathname && data.action) act(data.action);
  });
  navigator.serviceWorker?.startMessages();
}
