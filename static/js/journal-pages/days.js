// @ts-check
import { dayNumber as dayWhere } from "../core/moment.js";
import { countText, locale } from "../core/phrases.js";

export const DAY = 86_400_000;

export const dayNumber = dayWhere;

/**
 * Return the minutes since midnight, by the clock where it was.
 *
 * @param {Journal.Moment} at
 */
export function minuteOfDay(at) {
  const minutes = Math.floor(Date.parse(at.utc) / 60_000) + at.offset;
  return ((minutes % 1440) + 1440) % 1440;
}

/** @returns {number} the day here and now */
export function today(now = new Date()) {
  return Math.floor((now.getTime() - now.getTimezoneOffset() * 60_000) / DAY);
}

/**
 * @param {number} day
 * @param {Intl.DateTimeFormatOptions} [options]
 * @returns {string} such as "Sat 21 Nov"
 */
export function dayText(day, options = { weekday: "long", day: "numeric", month: "long", year: "numeric" }) {
  return formatter({ ...options, timeZone: "UTC" }).format(day * DAY);
}

/**
 * @param {Journal.Moment} at
 * @returns {string} the time of day where it was, such as "14:05"
 */
export function timeText(at) {
  const options = /** @type {const} */ ({ timeStyle: "short", timeZone: "UTC" });
  return formatter(options).format(minuteOfDay(at) * 60_000);
}

/**
 * @param {number} at milliseconds
 * @param {number} [now]
 * @returns {string} the time here, such as "14:05"; with its day where that is not today
 */
export function writtenAt(at, now = Date.now()) {
  const time = /** @type {const} */ ({ hour: "2-digit", minute: "2-digit" });
  const isToday = new Date(at).toDateString() === new Date(now).toDateString();
  return formatter(isToday ? time : { weekday: "short", day: "numeric", month: "short", ...time }).format(at);
}

/**
 * @param {number} value
 * @param {number} [digits] after the point at most
 */
export function numberText(value, digits = 1) {
  if (Number.isInteger(value) && value >= 0) return countText(value);
  let format = numberFormats.get(digits);
  if (!format) numberFormats.set(digits, (format = new Intl.NumberFormat(locale(), { maximumFractionDigits: digits })));
  return format.format(value);
}

/** Making a format takes far longer than using it. @type {Map<number, Intl.NumberFormat>} */
const numberFormats = new Map();
/** @type {Map<string, Intl.DateTimeFormat>} */
const dateFormats = new Map();

/** @param {Intl.DateTimeFormatOptions} options */
function formatter(options) {
  const key = JSON.stringify(options);
  let format = dateFormats.get(key);
  if (!format) dateFormats.set(key, (format = new Intl.DateTimeFormat(locale(), options)));
  return format;
}
