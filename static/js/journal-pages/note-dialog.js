// @ts-check
import { find } from "../core/dom.js";
import { saveRecord } from "../journal/handover.js";
import { getRecord } from "../journal/records.js";
import { findDraft, keepDraft } from "./drafting.js";
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
  /** The record that the dialog shows. @type {Journal.Row | null} */
  let shown = null;
  const draftName = () => `note:${shown?.id}`;
  const draft = keepDraft(form, account, draftName, () => Boolean(shown));

  root.addEventListener("click", async ({ target }) => {
    const act = target instanceof Element ? target.closest("[data-act]") : null;
    if (act?.getAttribute("data-act") === "close-note") {
      await draft.forget().catch(() => undefined);
      dialog.close();
    }
    if (act?.getAttribute("data-act") !== "note") return;
    shown = await getRecord(account, act.closest("[data-record]")?.getAttribute("data-record") ?? "");
    const kept = shown && (await findDraft(account, draftName(), true));
    field.value = String(kept?.fields.note ?? shown?.data?.note ?? "");
    find(dialog, "[data-note-back]", HTMLElement).hidden = !kept;
    sayProblem(root, "[data-note-problem]", "");
    dialog.showModal();
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (!shown) return dialog.close();
    const { id, kind, data } = shown;
    try {
      const note = { ...data, note: field.value };
      await saveRecord(/** @type {Journal.Kind} */ (kind), note, { id, seen: shown, draft: draftName() });
    } catch (error) {
      return sayProblem(root, "[data-note-problem]", codeOf(error));
    }
    await draft.forget().catch(() => undefined);
    field.value = "";
    dialog.close();
    await refresh();
  });
}
