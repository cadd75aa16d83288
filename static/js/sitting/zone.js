// @ts-check

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** @typedef {{at: number, before: number, after: number}} Change when a zone's offset changes; offsets in minutes */

/** @returns {string} the zone of this device */
export function ownZone() {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
}

/**
 * Return how the wall clock of a zone reads at a moment.
 *
 * @param {number} at milliseconds
 * @param {string} zone such as "Europe/London"
 * @returns {string} such as "20261121T140500"
 */
export function localText(at, zone) {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    calendar: "gregory",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  }).formatToParts(at);
  const read = (/** @type {string} */ type) => parts.find((part) => part.type === type)?.value ?? "";
  return `${read("year")}${read("month")}${read("day")}T${read("hour")}${read("minute")}${read("second")}`;
}

/**
 * @param {number} at milliseconds
 * @param {string} zone
 * @returns {number} minutes ahead of UTC
 */
export function offsetAt(at, zone) {
  const whole = Math.floor(at / 1000) * 1000;
  return Math.round((asUtc(localText(whole, zone)) - whole) / MINUTE);
}

/**
 * Return the moment at which a zone's wall clock shows a time. A time that a spring night leaves out counts as the
 * hour after it; of a time that an autumn night has twice, the first counts.
 *
 * @param {string} local such as "2026-11-21T14:05", as date and time fields give it
 * @param {string} zone
 * @returns {number} milliseconds; NaN where the text is no time
 */
export function momentOf(local, zone) {
  const asIfUtc = Date.parse(`${local}Z`);
  if (Number.isNaN(asIfUtc)) return asIfUtc;
  const before = asIfUtc - offsetAt(asIfUtc - DAY, zone) * MINUTE;
  const after = asIfUtc - offsetAt(asIfUtc + DAY, zone) * MINUTE;
  const fits = (/** @type {number} */ at) => at + offsetAt(at, zone) * MINUTE === asIfUtc;
  return fits(before) || !fits(after) ? before : after;
}

/**
 * Return every change of a zone's offset between two moments.
 *
 * @param {string} zone
 * @param {number} from milliseconds
 * @param {number} until milliseconds
 * @returns {Change[]}
 */
export function changesOf(zone, from, until) {
  const changes = [];
  for (let day = from; day < until; day += DAY) {
    const next = Math.min(day + DAY, until);
    const [before, after] = [offsetAt(day, zone), offsetAt(next, zone)];
    if (before !== after) changes.push({ at: firstWith(after, day, next, zone), before, after });
  }
  return changes;
}

/** @type {(offset: number, low: number, high: number, zone: string) => number} */
function firstWith(offset, low, high, zone) {
  while (high - low > 1000) {
    const middle = low + Math.floor((high - low) / 2000) * 1000;
    if (offsetAt(middle, zone) === offset) high = middle;
    else low = middle;
  }
  return Math.round(high / 1000) * 1000;
}

/** @param {string} text such as "20261121T140500" */
function asUtc(text) {
  return Date.parse(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)$/, "$1-$2-$3T$4:$5:$6Z"));
}
