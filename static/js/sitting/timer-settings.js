// @ts-check

export const SHORTEST = 10;
export const LONGEST = 120;

/**
 * @typedef {object} TimerSettings
 * @property {number} minutes from one break to the next
 * @property {number} warn minutes before a break; 0 for no word before
 * @property {number} snooze minutes
 * @property {boolean} nudge a word half-way, to change position
 * @property {boolean} sound
 * @property {boolean} vibration
 * @property {boolean} notification
 * @property {boolean} quiet whether there are quiet hours
 * @property {string} quietFrom "22:00"
 * @property {string} quietUntil "07:00"
 */

/** @type {TimerSettings} */
export const DEFAULTS = {
  minutes: 30,
  warn: 2,
  snooze: 5,
  nudge: true,
  sound: true,
  vibration: true,
  notification: true,
  quiet: false,
  quietFrom: "22:00",
  quietUntil: "07:00",
};

/**
 * Read settings as they were kept, perhaps by another version; what is unfit is replaced by the default.
 *
 * @param {unknown} kept
 * @returns {TimerSettings}
 */
export function readSettings(kept) {
  const found = typeof kept === "object" && kept ? /** @type {Record<string, unknown>} */ (kept) : {};
  const settings = Object.entries(DEFAULTS).map(([name, usual]) => {
    const value = found[name];
    return [name, typeof value === typeof usual && isFit(name, value) ? value : usual];
  });
  return /** @type {TimerSettings} */ (Object.fromEntries(settings));
}

/**
 * @param {string} name
 * @param {unknown} value of the right type
 */
export function isFit(name, value) {
  if (name === "minutes") return isBetween(value, SHORTEST, LONGEST);
  if (name === "warn") return isBetween(value, 0, 10);
  if (name === "snooze") return isBetween(value, 1, 60);
  if (typeof value === "string") return /^([01]\d|2[0-3]):[0-5]\d$/.test(value);
  return true;
}

/** @type {(value: unknown, low: number, high: number) => boolean} */
function isBetween(value, low, high) {
  return Number.isInteger(value) && Number(value) >= low && Number(value) <= high;
}

/**
 * Tell whether a moment lies in the quiet hours, by the wall clock where the device is now.
 *
 * @param {TimerSettings} settings
 * @param {Date} moment
 */
export function isQuiet({ quiet, quietFrom, quietUntil }, moment) {
  if (!quiet || quietFrom === quietUntil) return false;
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  const time = `${two(moment.getHours())}:${two(moment.getMinutes())}`;
  if (quietFrom < quietUntil) return quietFrom <= time && time < quietUntil;
  return time >= quietFrom || time < quietUntil;
}
