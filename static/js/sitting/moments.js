// @ts-check

/** Fields of a state that hold moments of the wall clock. */
const MOMENTS = ["seen", "from", "until", "since"];

/**
 * Move every moment of a state with a wall clock that was set.
 *
 * @template {object} State
 * @param {State} state
 * @param {number} by milliseconds
 * @returns {State}
 */
export function shift(state, by) {
  const moved = Object.entries(state).map(([name, value]) => [name, MOMENTS.includes(name) ? value + by : value]);
  return Object.fromEntries(moved);
}

/**
 * Take up a state that was kept while the page was gone. A clock that reads earlier than when the state was last
 * seen was set back.
 *
 * @template {{seen: number}} State
 * @param {State} state
 * @param {number} now milliseconds
 * @returns {State}
 */
export function takeUp(state, now) {
  return now < state.seen ? shift(state, now - state.seen) : state;
}
