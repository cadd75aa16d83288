// @ts-check

/** @typedef {"start" | "half" | "last" | "end"} Mark */

const LAST = 5; // seconds before the end at which the end is announced
const SHORTEST_WITH_HALF = 20;
const SHORTEST_WITH_LAST = 10;
const STALE = 2; // seconds after which a cue is too late to be worth giving

/**
 * Return the marks that a segment passes while its time runs from one second to another. Few enough that no
 * more than three are heard within five seconds.
 *
 * @param {{type: string, seconds: number | null, calm?: boolean}} segment
 * @param {number} from seconds, not included (below 0 includes the start)
 * @param {number} to seconds, included
 * @returns {Mark[]}
 */
export function marksBetween(segment, from, to) {
  return momentsOf(segment)
    .filter(({ at }) => at > from && at <= to && to - at <= STALE)
    .map(({ mark }) => mark);
}

/** @param {{type: string, seconds: number | null, calm?: boolean}} segment */
function momentsOf({ type, seconds, calm }) {
  /** @type {{mark: Mark, at: number}[]} */
  const moments = [{ mark: "start", at: 0 }];
  if (seconds === null || calm || !["hold", "count", "breathe", "rest"].includes(type)) return moments;
  if (seconds >= SHORTEST_WITH_HALF) moments.push({ mark: "half", at: seconds / 2 });
  if (seconds >= SHORTEST_WITH_LAST) moments.push({ mark: "last", at: seconds - LAST });
  return moments;
}
