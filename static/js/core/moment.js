// @ts-check

/**
 * Return a point in time as records keep it; now where none is given.
 *
 * @param {Date} [date]
 * @returns {Journal.Moment}
 */
export function moment(date = new Date()) {
  return {
    utc: date.toISOString(),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC",
    offset: -date.getTimezoneOffset(),
  };
}

/**
 * Return the day on which a record was made, where it was made: travelling does not move it.
 *
 * @param {Journal.Moment} at
 * @returns {string} such as "2026-11-21"
 */
export function dayOf(at) {
  return new Date(Date.parse(at.utc) + at.offset * 60_000).toISOString().slice(0, 10);
}

/**
 * Return the day on which something was, where it was: whole days since 1 January 1970.
 *
 * @param {Journal.Moment} at
 */
export function dayNumber(at) {
  return Math.floor((Date.parse(at.utc) + at.offset * 60_000) / 86_400_000);
}
