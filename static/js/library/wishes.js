// @ts-check

/**
 * The rules by which a move answers a wish; the server's are in `apps/library/filters.py`, and
 * `tests/vectors/filters.json` holds cases for both.
 *
 * @typedef {{codes: Record<string, Set<string>>, needs: Set<string>, text: string}} Move
 * @typedef {{chosen: Record<string, Set<string>>, words: string[]}} Wish
 */

export const GROUPS = ["place", "position", "muscle", "equipment", "kind", "difficulty"];
const MOST_WORDS = 8;

/**
 * @param {string} text
 * @returns {string} lower case, without accents
 */
export function fold(text) {
  return text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
}

/** @param {string} text */
export function wordsOf(text) {
  return fold(text).split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
}

/**
 * One code of each group, nothing needed beyond what is at hand, all words.
 *
 * @param {Move} move
 * @param {Wish} wish
 */
export function answers(move, wish) {
  const fits = Object.entries(wish.chosen).every(([group, codes]) =>
    group === "equipment"
      ? [...move.needs].every((thing) => codes.has(thing))
      : [...codes].some((code) => move.codes[group].has(code)),
  );
  return fits && wish.words.every((word) => move.text.includes(word));
}

/**
 * @param {Wish} wish
 * @param {string} group one of `GROUPS`, or "q" for the words
 * @returns {Wish} the wish with one group left out
 */
export function without(wish, group) {
  if (group === "q") return { ...wish, words: [] };
  const rest = Object.entries(wish.chosen).filter(([name]) => name !== group);
  return { ...wish, chosen: Object.fromEntries(rest) };
}

/**
 * @param {Move[]} moves
 * @param {Wish} wish
 * @returns {{group: string, count: number}[]} for an empty result: each group that would help if dropped
 */
export function droppable(moves, wish) {
  const groups = [...Object.keys(wish.chosen), ...(wish.words.length ? ["q"] : [])];
  return groups
    .map((group) => ({ group, count: moves.filter((move) => answers(move, without(wish, group))).length }))
    .filter(({ count }) => count > 0);
}
