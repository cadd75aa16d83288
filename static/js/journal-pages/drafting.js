// @ts-check
import { forgetDraft, readDraft, saveDraftField, saysSomething } from "../journal/drafts.js";
import { openRegion } from "./answering.js";

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
  /** What waits for a pause in the typing. @type {Map<string, {timer: ReturnType<typeof setTimeout>, keep: () => void}>} */
  const pending = new Map();
  /** @param {Event} event */
  function keepField({ type, target }) {
    if (!isField(target) || !target.name || !may(target)) return;
    const key = keyOf(target);
    clearTimeout(pending.get(key)?.timer);
    const draft = name();
    const keep = () => {
      pending.delete(key);
      void saveDraftField(account, draft, key, valueOf(target)).catch(() => undefined);
    };
    const goesOn = type === "input" && (target instanceof HTMLTextAreaElement || isTyped(target));
    if (goesOn) pending.set(key, { timer: setTimeout(keep, PAUSE), keep });
    else keep();
  }
  form.addEventListener("input", keepField);
  // Leaving a field keeps it at once: whoever follows a link next may be gone before the pause is over.
  form.addEventListener("change", keepField);
  // Before the form is emptied: a pause that ends after that would keep the emptiness.
  addEventListener("pagehide", () => {
    for (const { timer, keep } of [...pending.values()]) {
      clearTimeout(timer);
      keep();
    }
  });
  return {
    /** Forget the draft, and what is on its way into it. */
    async forget() {
      for (const { timer } of pending.values()) clearTimeout(timer);
      pending.clear();
      await forgetDraft(account, name());
    },
  };
}

/**
 * Return a draft that says something, or null. Of a record that is changed, an emptied field says something too.
 *
 * @param {string | null} account
 * @param {string} name
 * @param {boolean} isChange
 * @returns {Promise<Journal.Draft | null>}
 */
export async function findDraft(account, name, isChange = false) {
  const draft = await readDraft(account, name);
  return draft && (isChange || saysSomething(draft)) ? draft : null;
}

/**
 * Return what stands in each field of a form, as a draft has it.
 *
 * @param {HTMLFormElement} form
 * @returns {Record<string, string>}
 */
export function readFields(form) {
  const fields = [...form.elements].filter(isField).filter((field) => field.name && !isOpenChoice(field));
  return Object.fromEntries(fields.map((field) => [keyOf(field), valueOf(field)]));
}

/**
 * Put the fields of a draft into a form, the emptied ones too; places of the body open before what is said about them.
 *
 * @param {HTMLFormElement} form
 * @param {Record<string, string>} fields
 */
export function fillFields(form, fields) {
  const isPlace = (/** @type {[string, string]} */ [key]) => key.startsWith("region=");
  const entries = Object.entries(fields);
  for (const [key, value] of entries.filter(isPlace)) fillField(form, key, value);
  for (const [key, value] of entries.filter((entry) => !isPlace(entry))) fillField(form, key, value);
}

/**
 * @param {HTMLFormElement} form
 * @param {string} key
 * @param {string} value
 */
function fillField(form, key, value) {
  for (const field of [...form.elements].filter(isField)) {
    if (!(field instanceof HTMLInputElement && ["radio", "checkbox"].includes(field.type))) {
      if (field.name === key) field.value = value;
    } else if (keyOf(field) === key) {
      const wanted = field.type === "checkbox" ? value !== "" : field.value === value;
      const isNew = field.checked !== wanted;
      field.checked = wanted;
      if (isNew) openRegion(form, field);
    }
  }
}

/**
 * Return the names and values of the fields that say something.
 *
 * @param {Record<string, string>} fields
 * @returns {[string, string][]}
 */
export function answersOf(fields) {
  return Object.entries(fields)
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

/** @param {Field} field one of several of its name, and not the chosen one */
function isOpenChoice(field) {
  return field instanceof HTMLInputElement && field.type === "radio" && !field.checked;
}

/** @param {Field} field */
function isTyped(field) {
  return field.type === "text" || field.type === "number";
}

/**
 * @param {unknown} target
 * @returns {target is Field}
 */
export function isField(target) {
  return (
    target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement
  );
}
