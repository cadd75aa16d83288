// @ts-check

/**
 * Of several open pages let one lead: the one that came into view last. A page that ends gives it up by itself.
 *
 * @param {string} name
 * @param {(leads: boolean) => void} change
 */
export function lead(name, change) {
  if (!navigator.locks) {
    change(true);
    return;
  }
  let leads = false;
  const tell = (/** @type {boolean} */ now) => {
    leads = now;
    change(now);
  };
  const forEver = () => {
    tell(true);
    return new Promise(() => {}); // until the page ends or another page takes it
  };
  const ask = (/** @type {boolean} */ steal) => {
    navigator.locks.request(name, { steal }, forEver).catch(() => {
      tell(false);
      ask(false);
    });
  };
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && !leads) ask(true);
  });
  ask(!document.hidden);
}
