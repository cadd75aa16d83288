// @ts-check

const BEAT = 1000;
const TOLERANCE = 2000; // milliseconds; clocks are nudged by less than that all the time
const LONGEST_SLEEP = 24 * 60 * 60 * 1000;

/** @typedef {{wall: number, steady: number}} Reading both in milliseconds; nobody can set the steady one */

/** @returns {Reading} */
export function readClocks() {
  return { wall: Date.now(), steady: performance.now() };
}

/**
 * Tell what made the wall clock run apart from the steady one between two readings: somebody set it, or the device slept.
 *
 * The steady clock of many devices stands still while they sleep, and with it every beat: after sleep with the page in
 * view all looks as if the clock had been set forward, and nothing on a page can tell the two apart. A closed lid is
 * met every day and a clock that is set forward hardly ever, and a cue too early does less harm than none; so up to a
 * day counts as sleep. It is reported, so that the person can take it back. Where the page was out of view it was
 * sleep, and there is nothing to ask. More than a day in view, and every step back, is a clock that was set.
 *
 * @param {Reading} before
 * @param {Reading} now
 * @param {boolean} inView whether the page was in view all the time
 * @returns {{set: number, slept: number}} milliseconds: `set` is below zero where the clock was set back, `slept` is
 *   what counts as sleep but may be a clock that was set
 */
export function tellApart(before, now, inView) {
  const jump = now.wall - before.wall - (now.steady - before.steady);
  if (Math.abs(jump) < TOLERANCE || (jump > 0 && !inView)) return { set: 0, slept: 0 };
  return jump > 0 && jump <= LONGEST_SLEEP ? { set: 0, slept: jump } : { set: jump, slept: 0 };
}

/**
 * Call back each second, and at once when the page comes back from wherever it was.
 *
 * @param {(now: number, apart: ReturnType<typeof tellApart>) => void} look gets the wall clock, and what happened to
 *   it since the last call
 */
export function keepTime(look) {
  let before = readClocks();
  let inView = !document.hidden;
  const beat = () => {
    const now = readClocks();
    const apart = tellApart(before, now, inView);
    before = now;
    inView = !document.hidden;
    look(now.wall, apart);
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
