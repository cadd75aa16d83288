// @ts-check
import { localText, momentOf } from "./zone.js";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const BREAK = 3 * MINUTE;
const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR"];
const WEEKS = 4;

/**
 * Work out the breaks of a day, each every some minutes after the beginning.
 *
 * @param {object} wish
 * @param {string} wish.from "09:00"
 * @param {string} wish.until "17:00"; at or before the beginning means the next day
 * @param {number} wish.minutes from one break to the next
 * @param {boolean} wish.weekdays Monday to Friday for four weeks, instead of one day
 * @param {string} zone
 * @param {number} now milliseconds; breaks of today that are over are left out of a single day
 * @returns {{start: number, end: number, repeat?: {days: string[], until: number}}[]}
 */
export function planBreaks({ from, until, minutes, weekdays }, zone, now) {
  const today = dateText(now, zone);
  const begin = momentOf(`${today}T${from}`, zone);
  const sameDay = momentOf(`${today}T${until}`, zone);
  const end = sameDay > begin ? sameDay : momentOf(`${dateText(now + DAY, zone)}T${until}`, zone);
  const times = [];
  for (let at = begin + minutes * MINUTE; at < end; at += minutes * MINUTE) times.push(at);
  if (!weekdays) return times.filter((at) => at > now).map((at) => ({ start: at, end: at + BREAK }));
  return times.map((at) => repeated(at, zone, now));
}

/** @type {(at: number, zone: string, now: number) => {start: number, end: number, repeat: {days: string[], until: number}}} */
function repeated(at, zone, now) {
  const time = localText(at, zone).slice(9, 13);
  let day = at;
  while (day < now || !WEEKDAYS.includes(weekdayOf(day, zone))) day += DAY;
  const start = momentOf(`${dateText(day, zone)}T${time.slice(0, 2)}:${time.slice(2)}`, zone);
  return { start, end: start + BREAK, repeat: { days: WEEKDAYS, until: start + WEEKS * 7 * DAY - 1000 } };
}

/** @type {(at: number, zone: string) => string} */
function dateText(at, zone) {
  return localText(at, zone).replace(/^(\d{4})(\d\d)(\d\d).*$/, "$1-$2-$3");
}

/** @type {(at: number, zone: string) => string} */
function weekdayOf(at, zone) {
  const name = new Intl.DateTimeFormat("en-US", { timeZone: zone, weekday: "short" }).format(at);
  return name.slice(0, 2).toUpperCase();
}
