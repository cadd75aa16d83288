// @ts-check

/**
 * @typedef {{hold_seconds?: number, hold_seconds_max?: number, repetitions?: number, repetitions_max?: number,
 *   breaths?: number, sets?: number, rest_seconds?: number, note?: string}} Dose
 * @typedef {"left" | "right" | null} Side
 * @typedef {object} Item one move or rest of a plan, as it will be played
 * @property {"each" | "each-direction" | "both" | "compare" | "none"} sides
 * @property {Dose} dose
 * @property {boolean} [release] self-massage: after half a minute the person says whether it eases
 * @property {boolean} [calm] a long rest: quiet and dim
 * @property {number} [rest] seconds; the item is a pause between moves
 * @property {number} [reading] seconds that reading its steps aloud takes
 * @typedef {"ready" | "switch" | "between" | "hold" | "count" | "breathe" | "rest" | "open" | "ask"} SegmentType
 * @typedef {object} Segment a part of a session with one thing to do
 * @property {SegmentType} type
 * @property {number | null} seconds null: it ends when the person says so
 * @property {number} item its place in the plan
 * @property {Side} side
 * @property {number} [count] repetitions or breaths in it
 * @property {number} [set] counted from 1, where there are several
 * @property {number} [sets]
 * @typedef {{first: "left" | "right", hold: number | null, ready: number, read?: boolean}} Wishes
 *   hold: seconds for short holds, null as given; read: the voice reads the steps while the person gets into place
 */

export const BREATH = { in: 4, out: 6 };
const SWITCH = 6;
const TITLE = 4; // seconds for saying what is next, before the steps
const REPETITION = 4; // seconds for one, beside the time that it is held
const BETWEEN_HOLDS = 10;
const BETWEEN_SETS = 30;
const SHORT_RANGE = 40; // up to here the upper end of a range is played: the general rule asks for about 30 seconds
const LONGEST_SHORT_HOLD = 60; // longer ones keep their time whatever the person's usual hold
const LONGEST_COUNTED_HOLD = 10; // longer ones are holds of their own

/**
 * Lay a plan out in time.
 *
 * @param {Item[]} items
 * @param {Wishes} wishes
 * @returns {Segment[]}
 */
export function makeTimeline(items, wishes) {
  return items.flatMap((item, place) => {
    if (item.rest) return [{ type: "rest", seconds: item.rest, item: place, side: null }];
    return [{ type: "ready", seconds: readyTime(item, wishes), item: place, side: sidesOf(item, wishes)[0] }, ...work(item, place, wishes)];
  });
}

/**
 * @param {Item} item
 * @param {Wishes} wishes
 */
function readyTime({ reading = 0 }, { ready, read }) {
  return read ? Math.max(ready, reading + TITLE) : ready;
}

/**
 * Everything of one move after getting ready: sets with rests, in each the sides with a moment to change.
 *
 * @param {Item} item
 * @param {number} place
 * @param {Wishes} wishes
 * @returns {Segment[]}
 */
function work(item, place, wishes) {
  const { dose } = item;
  const rounds = roundsOf(dose);
  const rest = dose.rest_seconds ?? (dose.sets ? BETWEEN_SETS : BETWEEN_HOLDS);
  /** @type {Segment[]} */
  const segments = [];
  for (let set = 1; set <= rounds; set += 1) {
    const numbering = rounds > 1 ? { set, sets: rounds } : {};
    if (set > 1) segments.push({ type: "between", seconds: rest, item: place, side: null, ...numbering });
    sidesOf(item, wishes).forEach((side, turn) => {
      if (turn) segments.push({ type: "switch", seconds: SWITCH, item: place, side, ...numbering });
      segments.push({ ...effort(item, wishes), item: place, side, ...numbering });
      if (item.release) segments.push({ type: "ask", seconds: null, item: place, side, ...numbering });
    });
  }
  return segments;
}

/**
 * @param {Item} item
 * @param {Wishes} wishes
 * @returns {{type: SegmentType, seconds: number | null, count?: number}}
 */
function effort({ dose }, wishes) {
  const hold = holdOf(dose, wishes);
  if (dose.breaths) return { type: "breathe", seconds: dose.breaths * (BREATH.in + BREATH.out), count: dose.breaths };
  if (isCounted(dose)) {
    const count = dose.repetitions ?? 1;
    return { type: "count", seconds: count * (REPETITION + (dose.hold_seconds ?? 0)), count };
  }
  if (hold) return { type: "hold", seconds: hold };
  return { type: "open", seconds: null };
}

/**
 * @param {Dose} dose
 * @param {Wishes} wishes
 */
function holdOf(dose, wishes) {
  const least = dose.hold_seconds;
  if (!least) return 0;
  if (wishes.hold && least <= LONGEST_SHORT_HOLD) return wishes.hold;
  return dose.hold_seconds_max && dose.hold_seconds_max <= SHORT_RANGE ? dose.hold_seconds_max : least;
}

/** @param {Dose} dose */
function isCounted({ hold_seconds = 0, repetitions = 0 }) {
  return repetitions > (hold_seconds ? 1 : 0) && hold_seconds <= LONGEST_COUNTED_HOLD;
}

/** @param {Dose} dose */
function roundsOf(dose) {
  if (dose.sets) return dose.sets;
  return dose.hold_seconds && !isCounted(dose) ? (dose.repetitions ?? 1) : 1;
}

/**
 * @param {Item} item
 * @param {Wishes} wishes
 * @returns {Side[]}
 */
function sidesOf({ sides }, { first }) {
  if (sides !== "each" && sides !== "each-direction") return [null];
  return first === "left" ? ["left", "right"] : ["right", "left"];
}

/**
 * @param {Segment[]} segments
 * @returns {number} seconds; parts that the person ends count as half a minute
 */
export function lengthOf(segments) {
  return segments.reduce((sum, { type, seconds }) => sum + (seconds ?? (type === "ask" ? 5 : 30)), 0);
}
