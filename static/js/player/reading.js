// @ts-check

const PER_SECOND = 13; // letters that a device's voice speaks, rather fewer than most do

/**
 * Return what is read aloud of a move while the person gets into place.
 *
 * @param {{move: import("./pages.js").Move | null, note: string}} item
 * @returns {string[]}
 */
export function toRead({ move, note }) {
  return [move?.working ?? "", note, ...(move?.steps ?? [])].filter(Boolean);
}

/**
 * Return how long reading it takes.
 *
 * @param {{move: import("./pages.js").Move | null, note: string}} item
 * @returns {number} whole seconds
 */
export function readingTime(item) {
  return Math.ceil(toRead(item).join(" ").length / PER_SECOND);
}
