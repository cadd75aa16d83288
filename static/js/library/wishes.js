// @ts-check

/**
 * The rules by which a move answers a wish; the server's are in `apps/library/filters.py`, and
 * `tests/vectors/filters.json` and `droppable.json` hold cases for both.
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
 * Single groups; where none of them is enough by itself, pairs of them, and so on.
 *
 * @param {Move[]} moves
 * @param {Wish} wish
 * @returns {{groups: string[], count: number}[]} for an empty result: what would help if it were dropped
 */
export function droppable(moves, wish) {
  const all = [...Object.keys(wish.chosen), ...(wish.words.length ? ["q"] : [])];
  for (let size = 1; size <= all.length; size += 1) {
    const found = choices(all, size)
      .map((groups) => ({ groups, count: moves.filter((move) => answers(move, groups.reduce(without, wish))).length }))
      .filter(({ count }) => count > 0);
    if (found.length) return found;
  }
  return [];
}

/**
 * @param {string[]} items
 * @param {number} size
 * @returns {string[][]} every way to choose so many of them, in their order
 */
function choices(items, size) {
  if (!size) return [[]];
  return items.flatMap((item, index) => choices(items.slice(index + 1), size - 1).map((rest) => [item, ...rest]));
}
