// @ts-check

/** So long at most what nobody waits for is held back, in milliseconds: a store may not answer. */
const LONGEST = 3000;

/** What the page is still to draw. @type {Promise<unknown>} */
let drawing = Promise.resolve();

/**
 * Let what nobody waits for come only when the page has drawn what it reads from the store: on a slow phone, modules
 * that nobody sees would be read in between.
 *
 * @param {Promise<unknown>} work
 */
export function drawFirst(work) {
  const longest = new Promise((resolve) => setTimeout(resolve, LONGEST));
  drawing = Promise.race([work.catch(() => undefined), longest]);
}

/**
 * @returns {Promise<void>} when the page has everything that it names and has drawn itself, so that nothing more is
 *   taken away from it
 */
export async function loaded() {
  await new Promise((resolve) => {
    if (document.readyState === "complete") resolve(undefined);
    else addEventListener("load", resolve, { once: true });
  });
  await drawing;
}

/**
 * Make a behaviour of one that nobody waits for: its modules come when the page stands, and only to pages that have it.
 *
 * @param {() => Promise<{mount: import("./mount.js").Behaviour}>} load
 * @returns {import("./mount.js").Behaviour}
 */
export function later(load) {
  return (root) => {
    loaded().then(load).then(({ mount }) => mount(root)).catch(reportError);
  };
}
