// @ts-check

// The reader's own kind of the page's language: dates of en-GB differ from those of en-US.
const page = document.documentElement.lang;
const lang = navigator.languages.find((one) => one.split("-")[0] === page) ?? page;
const KILO = 1000;

/** @param {number} count */
export function formatNumber(count) {
  return new Intl.NumberFormat(lang).format(count);
}

/** @param {number} bytes */
export function formatSize(bytes) {
  const [unit, size] = bytes < KILO * KILO ? ["kilobyte", bytes / KILO] : ["megabyte", bytes / KILO / KILO];
  return new Intl.NumberFormat(lang, { style: "unit", unit: String(unit), maximumSignificantDigits: 2 }).format(Number(size));
}

/** @param {number} moment milliseconds */
export function formatMoment(moment) {
  return new Intl.DateTimeFormat(lang, { dateStyle: "medium", timeStyle: "short" }).format(moment);
}
