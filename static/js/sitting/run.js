// @ts-check
import { followMine, readMine, writeMine } from "../device/mine.js";
import { lead } from "./lead.js";
import { shift, takeUp } from "./moments.js";
import { keepTime } from "./timekeeper.js";

const OFTEN_ENOUGH = 15_000; // milliseconds between two notes of "seen"
const WORTH_SAYING = 60_000; // sleep, or a clock that was set, of less is not talked of
const NOTHING = { set: 0, slept: 0 };
const RUNNING = ["sitting", "driving"]; // phases in which it matters whether time passed

/**
 * Run a state that this device keeps, on however many pages are open.
 *
 * @template {{phase: string, seen: number, clock: number, slept: number}} State
 * @template {string} Cue
 * @param {object} parts
 * @param {string} parts.name under which it is kept
 * @param {(state: State, now: number) => {state: State, cue: Cue | null}} parts.advance brings it up to a moment
 * @param {(state: State | null, now: number) => void} parts.show called each second and after every change
 * @param {(cue: Cue) => void} parts.give called on one page only
 */
export function runKept({ name, advance, show, give }) {
  const read = () => {
    const kept = readMine(name);
    return kept ? /** @type {State} */ (takeUp(kept, Date.now())) : null;
  };
  let state = read();
  let leads = false;

  const look = (/** @type {number} */ now, /** @type {{set: number, slept: number}} */ apart) => {
    if (state && leads) {
      const moved = noted(apart.set ? shift(state, apart.set) : state, apart);
      const { state: next, cue } = advance(moved, now);
      const looked = now - next.seen > OFTEN_ENOUGH ? { ...next, seen: now } : next;
      if (looked !== state) writeMine(name, looked);
      state = looked;
      if (cue) give(cue);
    }
    show(state, now);
  };
  followMine(name, () => {
    state = read();
    show(state, Date.now());
  });
  keepTime(look);
  lead(`hipcare-${name}`, (now) => {
    leads = now;
    if (leads) look(Date.now(), NOTHING);
  });
  return {
    state: () => state,
    /** @param {State | null} next null ends it */
    change(next) {
      state = next;
      writeMine(name, state);
      show(state, Date.now());
    },
  };
}

/**
 * @template {{phase: string, clock: number, slept: number}} State
 * @param {State} state
 * @param {{set: number, slept: number}} apart
 * @returns {State}
 */
function noted(state, { set, slept }) {
  if (Math.abs(set) >= WORTH_SAYING) return { ...state, clock: state.clock + set };
  return slept >= WORTH_SAYING && RUNNING.includes(state.phase) ? { ...state, slept: (state.slept ?? 0) + slept } : state;
}
