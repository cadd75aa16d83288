// @ts-check
import { dropAllDrafts, dropDraft } from "./draft-store.js";

/** Forget the drafts of which the page says that they have just been saved. */
export function dropSaved() {
  for (const meta of document.querySelectorAll('meta[name="hipcare-saved"]')) {
    const { user = "", object = "", version = "" } = /** @type {HTMLElement} */ (meta).dataset;
    dropDraft({ user, object, version });
  }
}

/**
 * A form that signs out: what was written here and not saved is not left to the next person.
 *
 * @param {HTMLElement} root
 */
export function mount(root) {
  root.addEventListener("submit", dropAllDrafts);
}
