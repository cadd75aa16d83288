// @ts-check

const PAUSE = 100;

/** @type {Map<HTMLElement, number>} */
const pending = new Map();

/**
 * Let screen readers hear a text that came from the page; the last one within a moment wins.
 *
 * @param {string} text
 * @param {{urgent?: boolean}} [options] urgent interrupts what is being read
 */
export function announce(text, { urgent = false } = {}) {
  const region = document.getElementById(urgent ? "announce-now" : "announce");
  if (!region) return;
  // Emptied first: the same words twice are otherwise no change and stay unread.
  region.textContent = "";
  clearTimeout(pending.get(region));
  pending.set(
    region,
    setTimeout(() => {
      region.textContent = text;
    }, PAUSE),
  );
}
