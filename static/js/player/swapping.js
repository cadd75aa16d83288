// @ts-check
import { writeSetting } from "../core/settings.js";
import { sayCalmly } from "./cues.js";
import { itemOf } from "./lines.js";
import { findMove, makeStep } from "./pages.js";
import { replace, segmentOf } from "./run.js";
import { suitsHere } from "./swaps.js";
import { words } from "./words.js";

/** @typedef {import("./running.js").Playing} Playing */

/**
 * Take an easier or a deeper move in place of the one that is on, and remember it. Where there is none that suits
 * the body, say how to make this one smaller.
 *
 * @param {Playing} playing
 * @param {"easier" | "deeper"} relation
 * @param {import("./swaps.js").Body} body
 * @param {import("./swaps.js").Setting} setting
 * @returns {Promise<string>} the slug of the new move; empty where there is none
 */
export async function takeOther(playing, relation, body, setting) {
  const { item, root } = playing;
  const move = item.move && (await otherMove(item, relation, (found) => suitsHere(found, body, setting)));
  if (!move || playing.item !== item) {
    hint(playing, relation);
    return "";
  }
  const named = item.from || item.move?.slug || "";
  const next = { ...itemOf(move, undefined, makeStep(named)), from: move.slug === named ? "" : named };
  playing.change(replace(playing.run, next, playing.now()));
  writeSetting(`mine:swap:${named}`, move.slug === named ? "" : move.slug);
  playing.notify(`notice-${relation}`, { title: move.title });
  sayCalmly(words(root, `notice-${relation}`, { title: move.title }));
  return move.slug;
}

/**
 * @param {import("./lines.js").PlayItem} item
 * @param {"easier" | "deeper"} relation
 * @param {(move: import("./swaps.js").Move) => boolean} suits
 */
async function otherMove({ move, from }, relation, suits) {
  const swaps = move?.swaps.filter((swap) => swap.relation === relation).map(({ stretch }) => stretch) ?? [];
  // Deeper than an easier move is first of all the move that it stands in for.
  const wanted = relation === "deeper" && from ? [from, ...swaps] : swaps;
  for (const slug of wanted) {
    const found = await findMove(slug);
    if (found && suits(found)) return found;
  }
  return null;
}

/**
 * @param {Playing} playing
 * @param {"easier" | "deeper"} relation
 */
function hint(playing, relation) {
  const line = playing.item.move?.[relation][0];
  const name = line ? "notice-hint" : relation === "easier" ? "notice-smaller" : "notice-as-deep";
  playing.notify(name, { hint: line ?? "" });
  sayCalmly(words(playing.root, name, { hint: line ?? "" }));
}

/**
 * Go back to the beginning of the hold, for as long again, or for another spot.
 *
 * @param {Playing} playing
 * @returns {number} the segment to go to
 */
export function holdAgain({ run }) {
  const { item, side, set } = segmentOf(run);
  return run.segments.findIndex((one) => one.type === "hold" && one.item === item && one.side === side && one.set === set);
}
