// @ts-check
import { elapsed, pause, settle, start, stoppedAt } from "./clock.js";
import { makeTimeline } from "./timeline.js";

/**
 * A session under way: what is played, where it is, and what has been done of each part.
 *
 * @typedef {import("./timeline.js").Segment} Segment
 * @typedef {import("./timeline.js").Wishes} Wishes
 * @typedef {import("./lines.js").PlayItem} PlayItem
 * @typedef {{seconds: number, finished: boolean}} Credit
 * @typedef {{items: PlayItem[], wishes: Wishes, segments: Segment[], clock: import("./clock.js").Clock, credits: Credit[]}} Run
 */

export const WORK = ["hold", "count", "breathe", "open", "rest"];
const RESTART = 3; // seconds into a move before which "back" goes to the move before

/**
 * @param {PlayItem[]} items
 * @param {Wishes} wishes
 * @returns {Run} not started
 */
export function makeRun(items, wishes) {
  return { items, wishes, segments: makeTimeline(items, wishes), clock: stoppedAt(0), credits: [] };
}

/** @param {Run} run */
export function segmentOf({ segments, clock }) {
  return segments[Math.min(clock.index, segments.length - 1)];
}

/** @param {Run} run */
export function isOver({ segments, clock }) {
  return clock.index >= segments.length;
}

/**
 * @param {Run} run
 * @returns {boolean} whether the steps are being read aloud while the person gets into place
 */
export function isReading(run) {
  return Boolean(run.wishes.read) && segmentOf(run).type === "ready";
}

/**
 * Let the time until now pass.
 *
 * @param {Run} run
 * @param {number} now
 * @returns {Run}
 */
export function pass(run, now) {
  const clock = settle(run.clock, run.segments, now);
  if (clock.index === run.clock.index) return { ...run, clock };
  const credits = [...run.credits];
  for (let index = run.clock.index; index < clock.index; index += 1) {
    credits[index] = { seconds: run.segments[index].seconds ?? 0, finished: true };
  }
  return { ...run, clock, credits };
}

/**
 * @param {Run} run
 * @param {number} now
 * @returns {Run}
 */
export function goOn(run, now) {
  return { ...run, clock: start(run.clock, now) };
}

/**
 * @param {Run} run
 * @param {number} now
 * @returns {Run}
 */
export function halt(run, now) {
  return { ...run, clock: pause(run.clock, now) };
}

/**
 * Go to a segment; the time spent in the one that is left counts.
 *
 * @param {Run} run
 * @param {number} index
 * @param {number} now
 * @param {boolean} [finished] whether the one that is left was done
 * @returns {Run}
 */
export function leaveFor(run, index, now, finished = false) {
  const credits = [...run.credits];
  credits[run.clock.index] = { seconds: elapsed(run.clock, now), finished };
  const since = run.clock.since === null || index >= run.segments.length ? null : now;
  return { ...run, credits, clock: { index, base: 0, since } };
}

/**
 * @param {Run} run
 * @param {number} now
 * @returns {Run} at the beginning of what is on, running
 */
export function startAgain(run, now) {
  return goOn(leaveFor(run, run.clock.index, now), now);
}

/**
 * @param {Run} run
 * @param {number} now
 * @returns {Run} at the next move
 */
export function skip(run, now) {
  return leaveFor(run, firstOf(run, segmentOf(run).item + 1), now);
}

/**
 * @param {Run} run
 * @param {number} now
 * @returns {Run} at the beginning of this move, or of the one before where this one has only begun
 */
export function back(run, now) {
  const { item } = segmentOf(run);
  const begun = run.clock.index > firstOf(run, item) || elapsed(run.clock, now) > RESTART;
  return leaveFor(run, firstOf(run, begun ? item : Math.max(0, item - 1)), now);
}

/**
 * Play something else in place of the move that is on.
 *
 * @param {Run} run
 * @param {PlayItem} item
 * @param {number} now
 * @returns {Run} at the beginning of the new move
 */
export function replace(run, item, now) {
  const { item: place } = segmentOf(run);
  const first = firstOf(run, place);
  const items = run.items.with(place, item);
  const moved = leaveFor(run, first, now);
  return { ...moved, items, segments: makeTimeline(items, run.wishes), credits: run.credits.slice(0, first) };
}

/**
 * @param {Run} run
 * @param {number} item
 * @returns {number} the first segment of an item; the number of segments behind the last
 */
export function firstOf({ segments }, item) {
  const index = segments.findIndex((segment) => segment.item >= item);
  return index < 0 ? segments.length : index;
}
