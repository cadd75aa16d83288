// @ts-check

/**
 * Where a session is in its timeline. Time is worked out from moments, never counted, so that a phone that slept
 * or a page that was loaded again is at the right second.
 *
 * @typedef {object} Clock
 * @property {number} index of the segment
 * @property {number} base seconds of the segment that were over when the clock last started
 * @property {number | null} since moment (milliseconds since 1970) at which it last started; null while it stands
 */

/** @typedef {{seconds: number | null}} Part */

/** Beyond this, time that passed unseen is told to the person. */
export const UNSEEN = 3_000;

/**
 * Make a source of the time now that never runs backwards: not when the clock of the device is set back, nor
 * when the browser's own counter stood still while the device slept.
 *
 * @param {{wall: () => number, steady: () => number}} [sources]
 * @returns {() => number} milliseconds since 1970
 */
export function makeNow({ wall, steady } = { wall: () => Date.now(), steady: () => performance.now() }) {
  const offset = wall() - steady();
  let latest = 0;
  return () => {
    latest = Math.max(latest, wall(), steady() + offset);
    return latest;
  };
}

/**
 * @param {number} index
 * @param {number} [base]
 * @returns {Clock}
 */
export function stoppedAt(index, base = 0) {
  return { index, base, since: null };
}

/**
 * @param {Clock} clock
 * @param {number} now
 * @returns {number} seconds since the segment began, pauses left out
 */
export function elapsed(clock, now) {
  return clock.base + (clock.since === null ? 0 : Math.max(0, now - clock.since) / 1000);
}

/**
 * @param {Clock} clock
 * @param {number} now
 * @returns {Clock}
 */
export function start(clock, now) {
  return clock.since === null ? { ...clock, since: now } : clock;
}

/**
 * @param {Clock} clock
 * @param {number} now
 * @returns {Clock}
 */
export function pause(clock, now) {
  return { index: clock.index, base: elapsed(clock, now), since: null };
}

/**
 * Bring the clock to the segment that is running now: those that have run out are left behind, with the time over.
 *
 * @param {Clock} clock
 * @param {Part[]} segments
 * @param {number} now
 * @returns {Clock} `index` is `segments.length` when everything is over
 */
export function settle(clock, segments, now) {
  let { index, base, since } = clock;
  while (since !== null && index < segments.length) {
    const { seconds } = segments[index];
    const over = base + (now - since) / 1000 - (seconds ?? Infinity);
    if (over < 0) break;
    index += 1;
    base = 0;
    since = now - over * 1000;
  }
  return { index, base, since: index < segments.length ? since : null };
}

/**
 * Decide how to go on after a time in which nobody could hear or see the player.
 *
 * @param {Clock} clock as last kept
 * @param {Part[]} segments
 * @param {number} seen the last moment at which the player ran
 * @param {number} now
 * @returns {{clock: Clock, how: "steady" | "went-on" | "paused"}} paused: more than what was running then has run out
 *   unseen, to the very end, or the device's clock makes no sense; then it stands where it was last seen
 */
export function comeBack(clock, segments, seen, now) {
  if (clock.since === null) return { clock, how: "steady" };
  const gap = now - seen;
  if (gap < 0) return { clock: pause(clock, seen), how: "paused" };
  const settled = settle(clock, segments, now);
  if (gap <= UNSEEN) return { clock: settled, how: "steady" };
  const then = settle(clock, segments, seen);
  if (settled.index < segments.length || then.index >= segments.length - 1) return { clock: settled, how: "went-on" };
  return { clock: pause(then, seen), how: "paused" };
}
