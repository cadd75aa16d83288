// @ts-check
import { find, slot } from "../core/dom.js";
import { currentAccount } from "../device/pointer.js";
import { listRecords } from "../journal/records.js";
import { DAY, today } from "./days.js";
import { dropWorse, worseMoves } from "./worse-moves.js";

const LOOKED_BACK = 182;

/**
 * Move what lately made it worse to the end of a list of moves, and say why; nothing is hidden.
 *
 * @param {HTMLElement} root holds `[data-moves]`, whose items name their move in `data-slug`, and the words
 */
export async function mount(root) {
  const account = currentAccount();
  const from = new Date((today() - LOOKED_BACK) * DAY).toISOString();
  const lists = await Promise.all([listRecords(account, "session", { from }), listRecords(account, "break", { from })]);
  const rows = lists.flat().sort((one, other) => ((one.at ?? "") < (other.at ?? "") ? -1 : 1));
  const slugOf = (/** @type {Element} */ item) => item.getAttribute("data-slug") ?? "";
  dropWorse(find(root, "[data-moves]", HTMLElement), worseMoves(rows), slugOf, (times) => slot(root, "worse", times));
}
