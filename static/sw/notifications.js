// A tap on a notification, or on one of its buttons, goes to the page that showed it.

worker.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(goTo(event.notification.data?.url ?? "/", event.action));
});

/**
 * @param {string} url path of the page
 * @param {string} action of the button; empty for a tap beside them
 */
async function goTo(url, action) {
  const pages = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  const open = pages.find((one) => new URL(one.url).pathname === url);
  if (!open) return worker.clients.openWindow(action ? `${url}#${action}` : url);
  open.postMessage({ type: "hipcare:notification", url, action });
  return action ? undefined : open.focus();
}
