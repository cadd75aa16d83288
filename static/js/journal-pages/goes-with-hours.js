// @ts-check
import { median, medianDifference, verdictOf } from "./stats.js";

/** Days of each kind that the comparison needs. */
const MINIMUM_DAYS = 8;

/**
 * Compare the pain of the day after: days above the person's own median of hours with the others.
 *
 * @param {"sitting" | "driving"} kind
 * @param {"back" | "leg"} scale
 * @param {Map<number, import("./aggregate.js").Day>} days
 * @returns {import("./goes-with.js").Link | null}
 */
export function hoursLink(kind, scale, days) {
  /** @type {{hours: number, pain: number}[]} */
  const pairs = [];
  for (const [number, day] of days) {
    const next = days.get(number + 1);
    const pain = median(next?.[scale] ?? []);
    const hours = day[kind];
    if (pain !== null && hours !== null) pairs.push({ hours, pain });
  }
  const above = median(pairs.map(({ hours }) => hours));
  if (above === null) return null;
  const few = pairs.filter(({ hours }) => hours <= above).map(({ pain }) => pain);
  const many = pairs.filter(({ hours }) => hours > above).map(({ pain }) => pain);
  if (few.length < MINIMUM_DAYS || many.length < MINIMUM_DAYS) return null;
  const estimate = medianDifference(few, many);
  return estimate && { kind, scale, key: kind, title: "", ...estimate, verdict: verdictOf(estimate), above };
}
