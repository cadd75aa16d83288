// @ts-check
import { moment } from "../core/moment.js";
import { WORK } from "./run.js";

/**
 * @typedef {import("./run.js").Run} Run
 * @typedef {{back?: number, leg_change?: string}} Feelings pain from 0 to 10; "further-down", "same" or "drawing-back"
 * @typedef {{plan: import("./pages.js").Plan, run: Run, began: number, ended: number, before: Feelings, after: Feelings, hurt: number[]}} Ended
 *   hurt: the items at which it was stopped because it hurt
 */

/**
 * Return what is kept in the journal of a session, as a `session` record.
 *
 * @param {Ended} session
 * @returns {Record<string, unknown>}
 */
export function sessionRecord({ plan, run, began, ended, before, after, hurt }) {
  const moves = run.items.flatMap((item, place) => (item.move ? [moveRecord(run, place, hurt.includes(place))] : []));
  const complete = moves.every(({ outcome }) => outcome === "done" || outcome === "skipped");
  return {
    at: moment(new Date(began)),
    ended: moment(new Date(ended)),
    ...(plan.kind === "routine" ? { routine: mention(plan) } : {}),
    ...(plan.kind === "mine" ? { own_routine: plan.title } : {}),
    outcome: hurt.length ? "stopped" : complete ? "done" : "part",
    seconds: moves.reduce((sum, { seconds }) => sum + seconds, 0),
    moves,
    ...(Object.keys(before).length ? { before } : {}),
    ...(Object.keys(after).length ? { after } : {}),
  };
}

/**
 * @param {Run} run
 * @param {number} place
 * @param {boolean} hurt
 */
function moveRecord({ items, segments, credits }, place, hurt) {
  const { move } = items[place];
  const parts = segments.map((segment, index) => ({ ...segment, credit: credits[index] })).filter(isWorkOf(place));
  const done = parts.filter(({ credit }) => credit?.finished);
  const seconds = Math.round(parts.reduce((sum, { credit }) => sum + (credit?.seconds ?? 0), 0));
  const repetitions = done.reduce((sum, { type, count }) => sum + (type === "count" ? (count ?? 0) : 0), 0);
  return {
    move: mention(/** @type {import("./pages.js").Move} */ (move)),
    outcome: hurt ? "stopped" : done.length === parts.length ? "done" : seconds ? "part" : "skipped",
    side: sideOf(parts.filter(({ credit }) => credit?.seconds)),
    seconds,
    ...(repetitions ? { repetitions } : {}),
  };
}

/** @param {number} place */
function isWorkOf(place) {
  return (/** @type {{item: number, type: string}} */ { item, type }) => item === place && WORK.includes(type);
}

/** @param {{side: import("./timeline.js").Side}[]} parts */
function sideOf(parts) {
  const sides = new Set(parts.map(({ side }) => side).filter(Boolean));
  if (sides.size === 2) return "both";
  return [...sides][0] ?? "none";
}

/** @param {{document: string, slug: string, title: string}} content */
function mention({ document, slug, title }) {
  return { document, slug, title };
}
