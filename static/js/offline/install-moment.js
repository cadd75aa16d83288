// @ts-check
// What `install.js` waits for happens once, and may happen before that module has come.

/** @typedef {Event & {prompt: () => Promise<void>}} InstallEvent */

/** The browser can install this app, and waits to be asked. @type {Promise<InstallEvent>} */
export const installable = new Promise((resolve) => {
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    resolve(/** @type {InstallEvent} */ (event));
  });
});

/** Somebody has finished something on this page. @type {Promise<void>} */
export const finished = new Promise((resolve) => {
  document.addEventListener("hipcare:finished", () => resolve());
});
