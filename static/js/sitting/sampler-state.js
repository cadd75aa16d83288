// @ts-check

const MINUTE = 60_000;

/** @type {(now: number, position: string, seat: string, minutes: number, before: number | null) => Sitting.Sample} */
export function beginTry(now, position, seat, minutes, before) {
  const length = minutes * MINUTE;
  return { phase: "sitting", seen: now, from: now, length, until: now + length, since: 0, position, seat, before, clock: 0, slept: 0 };
}

/** @type {(state: Sitting.Sample, now: number) => Sitting.Sample} */
export function endTry(state, now) {
  return { ...state, phase: "after", since: now };
}

/**
 * @param {Sitting.Sample} state
 * @param {number} now
 * @returns {{state: Sitting.Sample, cue: "over" | null}}
 */
export function advance(state, now) {
  if (state.phase !== "sitting" || now < state.until) return { state, cue: null };
  return { state: endTry(state, state.until), cue: "over" };
}
