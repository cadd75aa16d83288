// @ts-check

const BEAT = 1000;
const TOLERANCE = 2000; // milliseconds; clocks are nudged by less than that all the time

/** @typedef {{wall: number, steady: number}} Reading both in milliseconds; nobody can set the steady one */

/** @returns {Reading} */
export function readClocks() {
  return { wall: Date.now(), steady: performance.now() };
}

/**
 * Tell by how much the wall clock was set between two readings, apart from the time that really passed.
 *
 * The steady clock of many devices stands still while they sleep, so that sleep looks like a clock that was set
 * forward. Where the page was out of view in between it is taken for sleep; where it was in view, for a clock that
 * was set. A clock that was set back is always one.
 *
 * @param {Reading} before
 * @param {Reading} now
 * @param {boolean} inView whether the page was in view all the time
 * @returns {number} milliseconds, below zero where it was set back
 */
export function setBy(before, now, inView) {
  const jump = now.wall - before.wall - (now.steady - before.steady);
  if (Math.abs(jump) < TOLERANCE) return 0;
  return jump < 0 || inView ? jump : 0;
}

/**
 * Call back each second, and at once when the page comes back from wherever it was.
 *
 * @param {(now: number, set: number) => void} look gets the wall clock, and by how much it was set since the last call
 */
export function keepTime(look) {
  let before = readClocks();
  let inView = !document.hidden;
  const beat = () => {
    const now = readClocks();
    const set = setBy(before, now, inView);
    before = now;
    inView = !document.hidden;
    look(now.wall, set);
  };
  const leave = () => {
    beat();
    inView = false;
  };
  document.addEventListener("visibilitychange", beat);
  document.addEventListener("freeze", leave);
  document.addEventListener("resume", beat);
  addEventListener("pagehide", leave);
  addEventListener("pageshow", beat);
  setInterval(beat, BEAT);
  beat();
}
