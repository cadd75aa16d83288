// @ts-check
import { find, slot } from "./dom.js";

/**
 * Say how many were found, in the words of the templates `count-one` and `count-many`.
 *
 * @param {HTMLElement} root holds `#count` and the templates
 * @param {number} count
 */
export function sayCount(root, count) {
  const one = new Intl.PluralRules(document.documentElement.lang).select(count) === "one";
  const words = slot(root, one ? "count-one" : "count-many", { count: String(count) });
  const status = find(root, "#count", HTMLElement);
  // Equal words again would be read aloud again.
  if (status.textContent?.trim() !== words.textContent?.trim()) status.replaceChildren(words);
}
