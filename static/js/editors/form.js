// @ts-check

/** @typedef {HTMLInputElement | HTMLTextAreaElement} TextField */

/**
 * @param {HTMLFormElement} form
 * @returns {Record<string, string>} what stands in its text fields, by name; rows that are only patterns left out
 */
export function texts(form) {
  /** @type {Record<string, string>} */
  const found = {};
  for (const field of form.querySelectorAll("textarea[name], input[type='text'][name]")) {
    const text = /** @type {TextField} */ (field);
    if (!text.name.includes("__prefix__")) found[text.name] = text.value;
  }
  return found;
}

/**
 * Tell everything that listens to the form that a field was changed by a script.
 *
 * @param {HTMLElement} field
 */
export function changed(field) {
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
}
