"use strict";

// The kill switch: a worker that removes what earlier ones have stored, and then itself. Open pages are left
// as they are; the next page comes from the server.

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

worker.addEventListener("install", () => {
  worker.skipWaiting();
});

worker.addEventListener("activate", (event) => {
  event.waitUntil(removeAll());
});

async function removeAll() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith("hipcare-")).map((name) => caches.delete(name)));
  await worker.registration.unregister();
}
