// @ts-check

/**
 * Sum up the tries of each position. There are no points: what counts is what the person has kept.
 *
 * @param {Sitting.Try[]} tries oldest first
 * @returns {Map<string, {tries: number, eased: number, legs: Record<string, number>, kept: boolean, last: Sitting.Try}>}
 *   by slug; `legs` counts what the leg did, `all` the tries after which it was told
 */
export function sumUp(tries) {
  const sums = new Map();
  for (const one of tries) {
    const before = sums.get(one.slug) ?? { tries: 0, eased: 0, legs: { all: 0, up: 0, same: 0, down: 0, none: 0 } };
    const eased = one.before !== null && one.after !== null && one.after > one.before;
    const legs = one.leg ? { ...before.legs, all: before.legs.all + 1, [one.leg]: before.legs[one.leg] + 1 } : before.legs;
    sums.set(one.slug, { tries: before.tries + 1, eased: before.eased + Number(eased), legs, kept: one.keep, last: one });
  }
  return sums;
}

/**
 * Choose a different position to try next: one that the last leads to, and of those the one tried least.
 *
 * @template {{slug: string, swapTo: string[]}} P
 * @param {P[]} here the positions that fit seat and body, in the guide's order
 * @param {string} last slug of the position tried last; empty for none
 * @param {Map<string, {tries: number}>} sums
 * @returns {P | null}
 */
export function nextOf(here, last, sums) {
  const swaps = here.find(({ slug }) => slug === last)?.swapTo ?? [];
  const others = here.filter(({ slug }) => slug !== last);
  const weight = (/** @type {P} */ one) => (sums.get(one.slug)?.tries ?? 0) * 2 + Number(!swaps.includes(one.slug));
  return others.reduce((/** @type {P | null} */ best, one) => (best && weight(best) <= weight(one) ? best : one), null);
}

/**
 * Read a `sit` record as a try; null where it is none.
 *
 * @param {Journal.Data} data
 * @returns {Sitting.Try | null}
 */
export function tryOf(data) {
  const position = /** @type {{slug?: string} | undefined} */ (data.position);
  if (!position?.slug) return null;
  const score = (/** @type {unknown} */ value) => (typeof value === "number" ? value : null);
  const leg = /** @type {Sitting.Try["leg"]} */ (data.leg ?? "");
  const minutes = Math.round(Number(data.seconds ?? 0) / 60);
  const scores = { before: score(data.comfort_before), after: score(data.comfort) };
  return { slug: position.slug, minutes, ...scores, leg, keep: data.keep === true };
}
