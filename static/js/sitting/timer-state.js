// @ts-check

const MINUTE = 60_000;
const SHORTEST_WITH_NUDGE = 20 * MINUTE;

/** @type {(now: number, minutes: number) => Sitting.Timer} */
export function begin(now, minutes) {
  const length = minutes * MINUTE;
  return { phase: "sitting", seen: now, length, until: now + length, left: 0, since: 0, move: "", told: [], clock: 0, slept: 0 };
}

/**
 * Ask again in some minutes; as often as wanted.
 *
 * @type {(now: number, minutes: number) => Sitting.Timer}
 */
export function snooze(now, minutes) {
  return { ...begin(now, minutes), told: ["nudge", "warning"] };
}

/** @type {(state: Sitting.Timer, now: number, move: string) => Sitting.Timer} */
export function takeBreak(state, now, move) {
  return { ...state, phase: "break", since: now, move };
}

/** @type {(state: Sitting.Timer, now: number) => Sitting.Timer} */
export function pause(state, now) {
  return { ...state, phase: "paused", left: Math.max(0, state.until - now) };
}

/** @type {(state: Sitting.Timer, now: number) => Sitting.Timer} */
export function goOn(state, now) {
  return { ...state, phase: "sitting", until: now + state.left, left: 0 };
}

/**
 * Take back what was counted as sleep, for somebody who sat there all the time while the clock was set.
 *
 * @type {(state: Sitting.Timer) => Sitting.Timer}
 */
export function uncount(state) {
  return { ...state, phase: "sitting", until: state.until + state.slept, slept: 0 };
}

/**
 * Bring a state up to a moment, and tell which cue that moment brings; of several that were slept through, the last.
 *
 * @param {Sitting.Timer} state
 * @param {number} now
 * @param {{warn: number, nudge: boolean}} settings
 * @returns {{state: Sitting.Timer, cue: Sitting.Cue | null}} the same state where nothing has changed
 */
export function advance(state, now, { warn, nudge }) {
  if (state.phase !== "sitting") return { state, cue: null };
  const left = state.until - now;
  if (left <= 0) return { state: { ...state, phase: "due" }, cue: "due" };
  const reached = /** @type {Sitting.Cue[]} */ ([]);
  if (nudge && state.length >= SHORTEST_WITH_NUDGE && left <= state.length / 2) reached.push("nudge");
  if (warn && left <= warn * MINUTE) reached.push("warning");
  const fresh = reached.filter((cue) => !state.told.includes(cue));
  if (!fresh.length) return { state, cue: null };
  return { state: { ...state, told: [...state.told, ...fresh] }, cue: fresh[fresh.length - 1] };
}
