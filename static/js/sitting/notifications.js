// @ts-check
import { readMine, writeMine } from "../device/mine.js";

const ASKED = "notification-asked";

/** The last that was asked for: all is done in turn, or taking an old notification away would meet the new one. */
let turn = Promise.resolve();

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
  const options = { body, tag, icon, badge, silent, actions, renotify: true, requireInteraction: true, data: { url } };
  const { lang } = document.documentElement;
  await inTurn((registration) => registration.showNotification(title, { ...options, lang }));
}

/**
 * Take notifications away that no longer hold.
 *
 * @param {string} tag
 */
export async function dismiss(tag) {
  await inTurn(async (registration) => {
    for (const shown of await registration.getNotifications({ tag })) shown.close();
  });
}

/** @param {(registration: ServiceWorkerRegistration) => Promise<void>} act left out where nothing may be shown */
async function inTurn(act) {
  if (permission() !== "granted") return;
  const done = turn.then(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    if (registration) await act(registration);
  });
  turn = done.catch(() => undefined);
  await done;
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
