// @ts-check

const MINUTE = 60_000;
export const AGAIN = 15 * MINUTE; // nobody at the wheel can answer a cue, so it comes again by itself

/** @type {(now: number, minutes: number) => Sitting.Drive} */
export function setOff(now, minutes) {
  const every = minutes * MINUTE;
  const times = { seen: now, from: now, until: now + every, since: 0 };
  return { phase: "driving", ...times, every, cues: 0, stops: 0, record: "", clock: 0, slept: 0 };
}

/** @type {(state: Sitting.Drive, now: number) => Sitting.Drive} */
export function stop(state, now) {
  return { ...state, phase: "stopped", since: now, stops: state.stops + 1 };
}

/** @type {(state: Sitting.Drive, now: number) => Sitting.Drive} */
export function driveOn(state, now) {
  return { ...setOff(now, state.every / MINUTE), stops: state.stops };
}

/**
 * Take back what was counted as sleep: the drive was as much shorter.
 *
 * @type {(state: Sitting.Drive) => Sitting.Drive}
 */
export function uncount(state) {
  return { ...state, from: state.from + state.slept, slept: 0 };
}

/**
 * Bring a drive up to a moment. Of several cues that were slept through one is given.
 *
 * @param {Sitting.Drive} state
 * @param {number} now
 * @returns {{state: Sitting.Drive, cue: "stop" | null}}
 */
export function advance(state, now) {
  if (state.phase !== "driving" || now < state.until) return { state, cue: null };
  const missed = Math.floor((now - state.until) / AGAIN);
  return { state: { ...state, until: state.until + (missed + 1) * AGAIN, cues: state.cues + 1 }, cue: "stop" };
}
