// @ts-check
import { begunMoves, onlyMove } from "./session-moves.js";

/** How many of the last times are looked at, and how many of them have to have been bad. */
const LAST = 5;
const BAD = 2;

/**
 * Return the moves that lately made it worse, in two or more of the last five times. A time was bad where the move was
 * stopped because it hurt; or where it was the only move of its session, and pain in the back rose from before to
 * after, or pain went further down the leg; or where it was said to feel worse. A session of several moves does not
 * tell which of them it was, unless one was stopped.
 *
 * @param {{kind: string, data: Journal.Data | null}[]} rows oldest first
 * @returns {Map<string, {bad: number, of: number}>} by slug
 */
export function worseMoves(rows) {
  /** @type {Map<string, boolean[]>} */
  const times = new Map();
  for (const { kind, data } of rows) {
    const record = /** @type {any} */ (data);
    if (kind === "session") {
      for (const [slug, bad] of timesIn(record)) note(times, slug, bad);
    } else if (kind === "break" && record.move) {
      note(times, record.move.slug, record.feeling === "worse");
    }
  }
  const worse = [...times].map(([slug, all]) => /** @type {const} */ ([slug, all.slice(-LAST)]));
  return new Map(
    worse
      .map(([slug, last]) => /** @type {const} */ ([slug, { bad: last.filter(Boolean).length, of: last.length }]))
      .filter(([, { bad }]) => bad >= BAD),
  );
}

/**
 * Return the moves of a session that were begun, and whether it was a bad time for them.
 *
 * @param {any} session
 * @returns {Map<string, boolean>} by slug
 */
function timesIn(session) {
  const { before, after, feeling } = session;
  const rose = typeof before?.back === "number" && typeof after?.back === "number" && after.back > before.back;
  const worse = rose || after?.leg_change === "further-down" || feeling === "worse";
  const only = onlyMove(session)?.slug;
  /** @type {Map<string, boolean>} */
  const times = new Map();
  for (const { move, outcome, feeling: own } of begunMoves(session)) {
    const bad = outcome === "stopped" || own === "worse" || (worse && move.slug === only);
    times.set(move.slug, bad || times.get(move.slug) === true);
  }
  return times;
}

/**
 * @param {Map<string, boolean[]>} times
 * @param {string} slug
 * @param {boolean} bad
 */
function note(times, slug, bad) {
  times.set(slug, [...(times.get(slug) ?? []), bad]);
}

/**
 * Move the items of moves that lately made it worse to the end of their list, each with a word why.
 *
 * @param {HTMLElement} list
 * @param {Map<string, {bad: number, of: number}>} worse
 * @param {(item: Element) => string} slugOf
 * @param {(times: {bad: string, of: string}) => Node} say makes the word
 */
export function dropWorse(list, worse, slugOf, say) {
  for (const item of [...list.children]) {
    const times = worse.get(slugOf(item));
    if (!times) continue;
    item.append(say({ bad: String(times.bad), of: String(times.of) }));
    list.append(item);
  }
}
