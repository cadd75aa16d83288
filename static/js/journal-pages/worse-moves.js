// @ts-check

/** How many of the last times are looked at, and how many of them have to have been bad. */
const LAST = 5;
const BAD = 2;

/**
 * Return the moves that lately made it worse: stopped because it hurt, felt worse after, or pain that went further
 * down the leg, in two or more of the last five times.
 *
 * @param {{kind: string, data: Journal.Data | null}[]} rows oldest first
 * @returns {Map<string, {bad: number, of: number}>} by slug
 */
export function worseMoves(rows) {
  /** @type {Map<string, boolean[]>} */
  const times = new Map();
  for (const { kind, data } of rows) {
    const record = /** @type {any} */ (data);
    if (kind === "session") {
      const further = record.after?.leg_change === "further-down";
      for (const { move, outcome, feeling } of record.moves ?? []) {
        if (outcome === "skipped") continue;
        note(times, move.slug, outcome === "stopped" || feeling === "worse" || (further && record.moves.length === 1));
      }
    } else if (kind === "break" && record.move) {
      note(times, record.move.slug, record.feeling === "worse");
    }
  }
  const worse = [...times].map(([slug, all]) => /** @type {const} */ ([slug, all.slice(-LAST)]));
  return new Map(
    worse
      .map(([slug, last]) => /** @type {const} */ ([slug, { bad: last.filter(Boolean).length, of: last.length }]))
      .filter(([, { bad }]) => bad >= BAD),
  );
}

/**
 * @param {Map<string, boolean[]>} times
 * @param {string} slug
 * @param {boolean} bad
 */
function note(times, slug, bad) {
  times.set(slug, [...(times.get(slug) ?? []), bad]);
}

/**
 * Move the items of moves that lately made it worse to the end of their list, each with a word why.
 *
 * @param {HTMLElement} list
 * @param {Map<string, {bad: number, of: number}>} worse
 * @param {(item: Element) => string} slugOf
 * @param {(times: {bad: string, of: string}) => Node} say makes the word
 */
export function dropWorse(list, worse, slugOf, say) {
  for (const item of [...list.children]) {
    const times = worse.get(slugOf(item));
    if (!times) continue;
    item.append(say({ bad: String(times.bad), of: String(times.of) }));
    list.append(item);
  }
}
