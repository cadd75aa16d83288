// @ts-check
import { mountAll } from "../core/mount.js";
import { mount as filterMoves } from "./filter-moves.js";

/** @param {HTMLElement} root */
async function worseMoves(root) {
  // Only who keeps a journal here pays for its modules.
  const kept = (await globalThis.indexedDB?.databases?.()) ?? [];
  if (!kept.some(({ name }) => name?.startsWith("hipcare-journal"))) return;
  const { mount } = await import("../journal-pages/worse-list.js");
  await mount(root);
}

/** @param {HTMLElement} root */
function worseLast(root) {
  // Without the journal the list stands as the editors put it.
  worseMoves(root).catch(() => undefined);
}

mountAll(document, { "filter-moves": filterMoves, "worse-last": worseLast });
