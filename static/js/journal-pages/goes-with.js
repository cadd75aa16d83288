// @ts-check
import { median, medianDifference, signInterval } from "./stats.js";

/** Fewer observations than this say nothing. */
export const MINIMUM = 8;
/** Days of each kind that the comparison of hours needs. */
export const MINIMUM_DAYS = 8;

/**
 * One thing and how it went with pain or comfort.
 *
 * @typedef {object} Link
 * @property {"routine" | "move" | "position" | "sitting" | "driving"} kind
 * @property {string} key
 * @property {string} title
 * @property {number} n observations
 * @property {number} median difference
 * @property {number} low
 * @property {number} high
 * @property {"less" | "more" | "unclear"} verdict of pain; for positions, of discomfort
 * @property {number} [above] hours: the comparison is of days above this with the others
 */

/** @typedef {{kind: "routine" | "move" | "position", key: string, title: string, differences: number[]}} Group */

/**
 * Return what went together with more or less pain, what has most observations first.
 *
 * Routines and moves: pain in the back after less before, per session. Positions: comfort before less after, so that
 * less is better everywhere. Hours: pain of the next day after days above the person's own median of hours, less the
 * others. Nothing here says what causes what.
 *
 * @param {Journal.Row[]} rows
 * @param {Map<number, import("./aggregate.js").Day>} days
 * @returns {Link[]}
 */
export function goesWith(rows, days) {
  const links = [...pairedLinks(rows), hoursLink("sitting", days), hoursLink("driving", days)];
  return links.filter((link) => link !== null).sort((one, other) => other.n - one.n);
}

/**
 * @param {Journal.Row[]} rows
 * @returns {Link[]}
 */
function pairedLinks(rows) {
  /** @type {Map<string, Group>} */
  const groups = new Map();
  const add = (/** @type {Group["kind"]} */ kind, /** @type {any} */ what, /** @type {number | null} */ difference) => {
    if (difference === null || !what?.title) return;
    const key = what.slug ?? what.title;
    const differences = groups.get(`${kind} ${key}`)?.differences ?? [];
    // As it was called last.
    groups.set(`${kind} ${key}`, { kind, key, title: what.title, differences: [...differences, difference] });
  };
  for (const { kind, data } of rows) {
    const record = /** @type {any} */ (data);
    if (kind === "session") {
      const difference = less(record.after?.back, record.before?.back);
      add("routine", record.routine ?? { title: record.own_routine }, difference);
      for (const { move } of movesDone(record)) add("move", move, difference);
    } else if (kind === "sit") {
      add("position", record.position, less(record.comfort_before, record.comfort));
    }
  }
  return [...groups.values()].flatMap(({ differences, ...group }) => {
    const estimate = differences.length >= MINIMUM ? signInterval(differences) : null;
    return estimate ? [{ ...group, ...estimate, verdict: verdictOf(estimate) }] : [];
  });
}

/** @param {any} session */
function movesDone(session) {
  return (session.moves ?? []).filter((/** @type {any} */ { outcome }) => outcome !== "skipped");
}

/**
 * @param {"sitting" | "driving"} kind
 * @param {Map<number, import("./aggregate.js").Day>} days
 * @returns {Link | null}
 */
function hoursLink(kind, days) {
  /** @type {{hours: number, pain: number}[]} */
  const pairs = [];
  for (const [number, day] of days) {
    const next = days.get(number + 1);
    const pain = next ? worst(next) : null;
    const hours = day[kind];
    if (pain !== null && hours !== null) pairs.push({ hours, pain });
  }
  const above = median(pairs.map(({ hours }) => hours));
  if (above === null) return null;
  const few = pairs.filter(({ hours }) => hours <= above).map(({ pain }) => pain);
  const many = pairs.filter(({ hours }) => hours > above).map(({ pain }) => pain);
  if (few.length < MINIMUM_DAYS || many.length < MINIMUM_DAYS) return null;
  const estimate = medianDifference(few, many);
  return estimate && { kind, key: kind, title: "", ...estimate, verdict: verdictOf(estimate), above };
}

/** @param {import("./aggregate.js").Day} day */
function worst(day) {
  const values = [median(day.back), median(day.leg)].filter((value) => value !== null);
  return values.length ? Math.max(...values) : null;
}

/**
 * @param {unknown} after
 * @param {unknown} before
 */
function less(after, before) {
  return typeof after === "number" && typeof before === "number" ? after - before : null;
}

/**
 * @param {{low: number, high: number}} estimate
 * @returns {"less" | "more" | "unclear"}
 */
function verdictOf({ low, high }) {
  if (high < 0) return "less";
  return low > 0 ? "more" : "unclear";
}
