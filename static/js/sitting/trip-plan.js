// @ts-check

const MINUTE = 60_000;
const BEFORE = 10 * MINUTE; // set up the seat and stretch
const AFTER = 60 * MINUTE; // from the arrival to the wind-down
const LUNCH = 45; // minutes
const EARLIEST_LUNCH = 11.5;
const LATEST_LUNCH = 14.5; // hours of the day

/**
 * @typedef {object} Wish
 * @property {number} start when to set off, milliseconds
 * @property {number} minutes at the wheel
 * @property {number} every minutes at the wheel between two stops
 * @property {number} rest minutes of a stop
 * @property {boolean} picnic one stop at midday is long
 *
 * @typedef {{kind: "before" | "stop" | "lunch" | "arrive" | "after", at: number, minutes: number, driven: number}} Step
 *   `minutes` that it takes, `driven` minutes at the wheel until then
 */

/**
 * Work out a trip: what to do before it, each stop, the arrival and the evening.
 *
 * @param {Wish} wish
 * @param {(at: number) => number} hourOf the hour of the day at a moment, 13.5 at half past one
 * @returns {Step[]} in order
 */
export function planTrip({ start, minutes, every, rest, picnic }, hourOf) {
  /** @type {Step[]} */
  const steps = [{ kind: "before", at: start - BEFORE, minutes: BEFORE / MINUTE, driven: 0 }];
  let lunch = picnic;
  let at = start;
  let driven = 0;
  while (minutes - driven > every) {
    driven += every;
    at += every * MINUTE;
    const isLunch = lunch && hourOf(at) >= EARLIEST_LUNCH && hourOf(at) <= LATEST_LUNCH;
    if (isLunch) lunch = false;
    const length = isLunch ? Math.max(LUNCH, rest) : rest;
    steps.push({ kind: isLunch ? "lunch" : "stop", at, minutes: length, driven });
    at += length * MINUTE;
  }
  at += (minutes - driven) * MINUTE;
  steps.push({ kind: "arrive", at, minutes: 3, driven: minutes });
  steps.push({ kind: "after", at: at + AFTER, minutes: 15, driven: minutes });
  return steps;
}
