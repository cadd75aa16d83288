// @ts-check
import { find } from "../core/dom.js";
import { saveRecord } from "../journal/handover.js";
import { getRecord } from "../journal/records.js";
import { codeOf, sayProblem } from "./shell.js";

/**
 * Change the note of a record that a timer or the player made.
 *
 * @param {HTMLElement} root
 * @param {string | null} account
 * @param {() => Promise<void>} refresh
 */
export function mountNotes(root, account, refresh) {
  const dialog = find(root, "[data-note-dialog]", HTMLDialogElement);
  const form = find(dialog, "form", HTMLFormElement);
  const field = find(form, "textarea", HTMLTextAreaElement);
  let id = "";

  root.addEventListener("click", async ({ target }) => {
    const act = target instanceof Element ? target.closest("[data-act]") : null;
    if (act?.getAttribute("data-act") === "close-note") dialog.close();
    if (act?.getAttribute("data-act") !== "note") return;
    id = act.closest("[data-record]")?.getAttribute("data-record") ?? "";
    const row = await getRecord(account, id);
    field.value = String(row?.data?.note ?? "");
    sayProblem(root, "[data-note-problem]", "");
    dialog.showModal();
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const row = await getRecord(account, id);
    if (!row) return dialog.close();
    try {
      await saveRecord(/** @type {Journal.Kind} */ (row.kind), { ...row.data, note: field.value }, { id });
    } catch (error) {
      return sayProblem(root, "[data-note-problem]", codeOf(error));
    }
    field.value = "";
    dialog.close();
    await refresh();
  });
}
