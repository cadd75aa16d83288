// @ts-check

/**
 * Which moves of a plan suit a body, and what is played instead of those that do not; the server's rules are in
 * `apps/library/swaps.py`, and `tests/vectors/swaps.json` holds cases for both.
 *
 * @typedef {{stretch: string, relation: "easier" | "deeper" | "instead", cautions: string[]}} Swap
 * @typedef {{slug: string, avoid: string[], adapt: string[], needs: string[], positions: string[], places: string[],
 *   caution_only: boolean, swaps: Swap[]}} Move
 * @typedef {{cautions: string[], lacking: string[]}} Body caution codes; equipment that is not there
 * @typedef {{positions: string[], places: string[], needs: string[]}} Setting where a plan is done; empty is anywhere
 * @typedef {{named: string, outcome: "kept" | "replaced" | "adapted" | "dropped", played: string | null, reasons: string[]}} Decision
 * @typedef {(slug: string) => Promise<Move | null>} Find null where there is no such move on this device
 */

const FURTHEST = 3; // swaps away from the move
const ON_FOOT = ["standing", "walking"];

/**
 * @param {Move} move
 * @param {Body} body
 * @returns {string[]} the cautions and missing equipment that speak against a move, sorted
 */
export function reasonsAgainst(move, { cautions, lacking }) {
  const found = [...shared([...move.avoid, ...move.adapt], cautions), ...shared(move.needs, lacking)];
  return [...new Set(found)].sort();
}

/**
 * @param {Move} move
 * @param {Body} body
 */
function mustNot(move, { cautions, lacking }) {
  return shared(move.avoid, cautions).length > 0 || shared(move.needs, lacking).length > 0;
}

/**
 * Decide what is played for each step; a step is the move that it names, or the options of a choice.
 *
 * @param {string[][]} steps
 * @param {Find} find
 * @param {Body} body
 * @param {Setting} setting
 * @returns {Promise<Decision[]>}
 */
export async function suited(steps, find, body, setting) {
  const used = new Set(steps.map(([named]) => named));
  const decisions = [];
  for (const options of steps) {
    const decision = await decide(options, find, body, setting, used);
    used.add(decision.played ?? decision.named);
    decisions.push(decision);
  }
  return decisions;
}

/**
 * @param {string[]} options
 * @param {Find} find
 * @param {Body} body
 * @param {Setting} setting
 * @param {Set<string>} used
 * @returns {Promise<Decision>}
 */
async function decide(options, find, body, setting, used) {
  const [named, ...others] = options;
  const move = await find(named);
  if (!move) return { named, outcome: "dropped", played: null, reasons: [] };
  const reasons = reasonsAgainst(move, body);
  if (!reasons.length) return { named, outcome: "kept", played: named, reasons };
  for (const option of others) {
    const other = await find(option);
    if (other && !reasonsAgainst(other, body).length) return { named, outcome: "replaced", played: option, reasons };
  }
  for await (const standIn of standIns(move, find, shared(reasons, body.cautions))) {
    if (!used.has(standIn.slug) && suitsHere(standIn, body, setting)) {
      return { named, outcome: "replaced", played: standIn.slug, reasons };
    }
  }
  if (mustNot(move, body)) return { named, outcome: "dropped", played: null, reasons };
  return { named, outcome: "adapted", played: named, reasons };
}

/**
 * @param {Move} move
 * @param {Body} body
 * @param {Setting} setting
 */
export function suitsHere(move, body, { positions, places, needs }) {
  if (move.caution_only || reasonsAgainst(move, body).length) return false;
  const onFoot = positions.length > 0 && positions.every((one) => ON_FOOT.includes(one));
  if (onFoot && !(shared(move.positions, ON_FOOT).length && move.needs.every((thing) => needs.includes(thing)))) return false;
  return !places.length || shared(move.places, places).length > 0;
}

/**
 * Yield the moves that may be done instead, nearest first: swaps for these cautions, easier ones, others. A swap that
 * is for other cautions only answers no question here, unless equipment is all that is missing.
 *
 * @param {Move} move
 * @param {Find} find
 * @param {string[]} reasons
 */
async function* standIns(move, find, reasons) {
  const seen = new Set([move.slug]);
  let ring = [move];
  for (let distance = 0; distance < FURTHEST; distance += 1) {
    const following = [];
    for (const { swaps } of ring) {
      const kinder = swaps.filter((swap) => answers(swap, reasons));
      for (const { stretch } of kinder.sort((one, other) => rank(one, reasons) - rank(other, reasons))) {
        const target = seen.has(stretch) ? null : await find(stretch);
        if (!target || seen.has(target.slug)) continue;
        seen.add(target.slug);
        following.push(target);
      }
    }
    yield* following;
    ring = following;
  }
}

/**
 * @param {Swap} swap
 * @param {string[]} reasons
 */
function answers({ relation, cautions }, reasons) {
  if (relation === "deeper") return false;
  return relation === "easier" || !cautions.length || !reasons.length || shared(cautions, reasons).length > 0;
}

/**
 * @param {Swap} swap
 * @param {string[]} reasons
 */
function rank(swap, reasons) {
  if (shared(swap.cautions, reasons).length) return 0;
  return swap.relation === "easier" ? 1 : 2;
}

/**
 * @param {string[]} some
 * @param {string[]} others
 */
function shared(some, others) {
  return some.filter((one) => others.includes(one));
}
