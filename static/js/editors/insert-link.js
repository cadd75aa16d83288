// @ts-check
import { changed } from "./form.js";

/**
 * Make a word of a text a link to where the glossary explains it.
 *
 * @param {HTMLElement} button with `data-insert`, `data-word` and `data-at`, below its field
 */
export function insertLink(button) {
  const { insert = "", word = "", at = "" } = button.dataset;
  const field = document.getElementById(button.closest("[data-help-for]")?.getAttribute("data-help-for") ?? "");
  if (!(field instanceof HTMLTextAreaElement) || !word) return;
  // Where the text has changed since, the place is looked for anew.
  const stands = field.value.startsWith(word, Number(at)) ? Number(at) : field.value.indexOf(word);
  if (stands < 0) return;
  field.focus();
  field.setRangeText(insert, stands, stands + word.length, "end");
  changed(field);
}
