// @ts-check
import { hoursLink } from "./goes-with-hours.js";
import { onlyMove } from "./session-moves.js";
import { signInterval, verdictOf } from "./stats.js";

/** Fewer observations than this say nothing. */
export const MINIMUM = 8;

/** How the leg was after a session, as the player asks it: nearer, the same, further down. */
export const LEG_CHANGES = ["drawing-back", "same", "further-down"];
/** The same of a way to sit. */
const LEG_AFTER_SITTING = ["up", "same", "down"];

/**
 * What was compared: pain in the back or in the leg from 0 to 10, how far down the leg it goes (-1 drawing back, 0 the
 * same, 1 further down), comfort from 0 to 10.
 *
 * @typedef {"back" | "leg" | "reach" | "comfort"} Scale
 */

/**
 * One thing and how it went with pain or comfort.
 *
 * @typedef {object} Link
 * @property {"routine" | "move" | "position" | "sitting" | "driving"} kind
 * @property {Scale} scale
 * @property {string} key
 * @property {string} title
 * @property {number} n observations
 * @property {number} median difference
 * @property {number} low
 * @property {number} high
 * @property {"less" | "more" | "unclear"} verdict of pain; for positions, of discomfort
 * @property {number} [above] hours: the comparison is of days above this with the others
 * @property {number[]} [counts] how often the difference was -1, 0 and 1; said of how far down the leg it goes
 */

/** @typedef {{kind: "routine" | "move" | "position", scale: Scale, key: string, title: string, differences: number[]}} Group */

/**
 * Return what went together with more or less pain, what has most observations first.
 *
 * Routines: pain in the back after less before, per session, and how the leg changed. Moves: the same of sessions of
 * that one move, since of several nobody can tell. Positions: comfort before less after, so that less is better
 * everywhere. Hours: pain of the next day after days above the person's own median of hours, less the others, for back
 * and leg. Nothing here says what causes what.
 *
 * @param {Journal.Row[]} rows
 * @param {Map<number, import("./aggregate.js").Day>} days
 * @returns {Link[]}
 */
export function goesWith(rows, days) {
  const hours = /** @type {const} */ (["sitting", "driving"]);
  const links = [...pairedLinks(rows), ...hours.flatMap((kind) => [hoursLink(kind, "back", days), hoursLink(kind, "leg", days)])];
  return links.filter((link) => link !== null).sort((one, other) => other.n - one.n);
}

/**
 * @param {Journal.Row[]} rows
 * @returns {Link[]}
 */
function pairedLinks(rows) {
  /** @type {Map<string, Group>} */
  const groups = new Map();
  /** @type {(kind: Group["kind"], scale: Scale, what: any, difference: number | null) => void} */
  const add = (kind, scale, what, difference) => {
    if (difference === null || !what?.title) return;
    const key = what.slug ?? what.title;
    const name = `${kind} ${scale} ${key}`;
    const differences = groups.get(name)?.differences ?? [];
    // As it was called last.
    groups.set(name, { kind, scale, key, title: what.title, differences: [...differences, difference] });
  };
  for (const { kind, data } of rows) {
    const record = /** @type {any} */ (data);
    if (kind === "session") {
      const routine = record.routine ?? { title: record.own_routine };
      const move = onlyMove(record);
      for (const [scale, difference] of changesIn(record)) {
        add("routine", scale, routine, difference);
        add("move", scale, move, difference);
      }
    } else if (kind === "sit") {
      add("position", "comfort", record.position, less(record.comfort_before, record.comfort));
      add("position", "reach", record.position, stepOf(LEG_AFTER_SITTING, record.leg));
    }
  }
  return [...groups.values()].flatMap(({ differences, ...group }) => {
    const estimate = differences.length >= MINIMUM ? signInterval(differences) : null;
    // "The same" is also what somebody says whose leg never hurts.
    const isSaid = group.scale !== "reach" || differences.some(Boolean);
    const counts = [-1, 0, 1].map((one) => differences.filter((other) => other === one).length);
    return estimate && isSaid ? [{ ...group, ...estimate, counts, verdict: verdictOf(estimate) }] : [];
  });
}

/**
 * @param {any} session
 * @returns {[Scale, number | null][]}
 */
function changesIn({ before, after }) {
  return [
    ["back", less(after?.back, before?.back)],
    ["reach", stepOf(LEG_CHANGES, after?.leg_change)],
  ];
}

/**
 * @param {string[]} changes
 * @param {unknown} said
 * @returns {number | null} -1, 0 or 1; null where nothing was said
 */
function stepOf(changes, said) {
  const place = changes.indexOf(String(said));
  return place < 0 ? null : place - 1;
}

/**
 * @param {unknown} after
 * @param {unknown} before
 */
function less(after, before) {
  return typeof after === "number" && typeof before === "number" ? after - before : null;
}
