// @ts-check
import { forgetDraft, readDraft, saveDraftField } from "../journal/drafts.js";

const PAUSE = 300;

/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Field */

/**
 * Keep a form's fields as they are filled in, one by one.
 *
 * @param {HTMLFormElement} form
 * @param {string | null} account
 * @param {() => string} name of the draft
 * @param {(field: Field) => boolean} may tell whether a field may be kept before the form is saved
 */
export function keepDraft(form, account, name, may) {
  /** @type {Map<string, ReturnType<typeof setTimeout>>} */
  const pending = new Map();
  /** @param {Event} event */
  function keepField({ type, target }) {
    if (!isField(target) || !target.name || !may(target)) return;
    const key = keyOf(target);
    clearTimeout(pending.get(key));
    const draft = name();
    const keep = () => void saveDraftField(account, draft, key, valueOf(target)).catch(() => undefined);
    const goesOn = type === "input" && (target instanceof HTMLTextAreaElement || isTyped(target));
    if (goesOn) pending.set(key, setTimeout(keep, PAUSE));
    else keep();
  }
  form.addEventListener("input", keepField);
  // Leaving a field keeps it at once: whoever follows a link next may be gone before the pause is over.
  form.addEventListener("change", keepField);
  return {
    /** Forget the draft, and what is on its way into it. */
    async forget() {
      for (const timer of pending.values()) clearTimeout(timer);
      await forgetDraft(account, name());
    },
  };
}

/**
 * Return a draft that says something, or null.
 *
 * @param {string | null} account
 * @param {string} name
 * @returns {Promise<Journal.Draft | null>}
 */
export async function findDraft(account, name) {
  const draft = await readDraft(account, name);
  return draft && Object.values(draft.fields).some(Boolean) ? draft : null;
}

/**
 * Return the answers of a draft, as a form has them.
 *
 * @param {Journal.Draft} draft
 * @returns {[string, string][]}
 */
export function draftAnswers(draft) {
  return Object.entries(draft.fields)
    .filter(([, value]) => value !== "")
    .map(([key, value]) => {
      const at = key.indexOf("=");
      return at < 0 ? [key, value] : [key.slice(0, at), key.slice(at + 1)];
    });
}

/** @param {Field} field */
function keyOf(field) {
  return field.type === "checkbox" ? `${field.name}=${field.value}` : field.name;
}

/** @param {Field} field */
function valueOf(field) {
  if (field instanceof HTMLInputElement && field.type === "checkbox") return field.checked ? "1" : "";
  return field.value;
}

/** @param {Field} field */
function isTyped(field) {
  return field.type === "text" || field.type === "number";
}

/**
 * @param {EventTarget | null} target
 * @returns {target is Field}
 */
export function isField(target) {
  return (
    target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement
  );
}
