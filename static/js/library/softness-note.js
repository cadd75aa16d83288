// @ts-check
import { find, slot } from "../core/dom.js";
import { showErrors } from "../core/field-errors.js";
import { moment } from "../core/moment.js";
import { mountAll } from "../core/mount.js";
import { phrase } from "../core/phrases.js";
import { keepRecord } from "../sitting/kept.js";

/**
 * The note after the softness check: a check-in that holds words and no number, so that no chart can draw it.
 *
 * @param {HTMLElement} root
 */
function mount(root) {
  const form = find(root, "form", HTMLFormElement);
  const said = find(root, "[data-said]", HTMLElement);
  let keeping = false;

  form.addEventListener("change", () => {
    showErrors(form, []);
    said.replaceChildren();
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (keeping) return;
    const note = noteOf(root, form);
    if (!note) {
      said.replaceChildren(); // "Kept" of the last note is not about this one
      return showErrors(form, [["left", phrase(root, "nothing")]]);
    }
    keeping = true;
    try {
      await keepRecord("check-in", { at: moment(), note });
      form.reset(); // a second press keeps no second note
      said.replaceChildren(slot(root, "kept", { note }));
    } catch (error) {
      said.replaceChildren(slot(root, "not-kept", {}));
      reportError(error);
    } finally {
      keeping = false;
    }
  });
  root.hidden = false;
}

/**
 * @param {HTMLElement} root
 * @param {HTMLFormElement} form
 * @returns {string} what was chosen, in the words of the page; empty where nothing was
 */
function noteOf(root, form) {
  const chosen = /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll("input:checked"));
  const sides = [...chosen].map(({ name, labels }) => phrase(root, `say-${name}`, { word: labels?.[0].textContent ?? "" }));
  return sides.length ? [phrase(root, "say-check"), ...sides].join(" ") : "";
}

mountAll(document, { "softness-note": mount });
