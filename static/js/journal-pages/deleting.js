// @ts-check
import { find, slot } from "../core/dom.js";
import { deleteRecord, undoDelete } from "../journal/handover.js";
import { codeOf, sayProblem } from "./shell.js";

/**
 * Delete a record at a press; until the page is left or another one is deleted it can be brought back.
 *
 * @param {HTMLElement} root
 * @param {() => Promise<void>} refresh
 */
export function mountDeleting(root, refresh) {
  const toasts = find(root, "[data-toasts]", HTMLElement);
  /** @type {Journal.Row | null} */
  let gone = null;

  root.addEventListener("click", async ({ target }) => {
    const button = target instanceof Element ? target.closest("button[data-act]") : null;
    const act = button?.getAttribute("data-act");
    try {
      if (act === "delete") await remove(button?.closest("[data-record]")?.getAttribute("data-record") ?? "");
      if (act === "undo" && gone) await bringBack(gone);
    } catch (error) {
      sayProblem(root, "[data-problems]", codeOf(error));
    }
  });

  /** @param {string} id */
  async function remove(id) {
    gone = await deleteRecord(id);
    await refresh();
    toasts.replaceChildren(slot(root, "deleted", {}));
    find(toasts, "button", HTMLButtonElement).focus({ preventScroll: true });
  }

  /** @param {Journal.Row} row */
  async function bringBack(row) {
    await undoDelete(row);
    gone = null;
    await refresh();
    toasts.replaceChildren(slot(root, "back-again", {}));
    const record = root.querySelector(`[data-record="${row.id}"]`);
    if (record instanceof HTMLElement) record.focus();
  }
}
