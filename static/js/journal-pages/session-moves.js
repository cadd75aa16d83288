// @ts-check

/**
 * Return the moves of a session that were begun, in their order; one may be there more than once.
 *
 * @param {any} session
 * @returns {any[]}
 */
export function begunMoves({ moves = [] }) {
  return moves.filter((/** @type {any} */ { outcome }) => outcome !== "skipped");
}

/**
 * Return the move of a session in which no other was begun, or null. Only then does the session tell of the move: of
 * several nobody knows which it was.
 *
 * @param {any} session
 */
export function onlyMove(session) {
  const begun = begunMoves(session);
  return new Set(begun.map(({ move }) => move.slug)).size === 1 ? begun[0].move : null;
}
