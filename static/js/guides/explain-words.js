// @ts-check
import { find, slot } from "../core/dom.js";

/**
 * Show what a glossary word means in a dialog on the page. The link itself goes to the glossary, and does so
 * wherever the meaning cannot be had.
 *
 * @param {HTMLElement} root holds the links
 */
export function mount(root) {
  for (const link of root.querySelectorAll("a.term")) link.setAttribute("aria-haspopup", "dialog");
  root.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a.term") : null;
    if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    explain(link).catch(() => location.assign(link.href));
  });
}

/** @param {HTMLAnchorElement} link */
async function explain(link) {
  const answer = await fetch(link.href);
  if (!answer.ok) throw new Error(String(answer.status));
  const glossary = new DOMParser().parseFromString(await answer.text(), "text/html");
  const entry = find(glossary, link.hash, HTMLElement);
  const word = find(entry, "dt", HTMLElement);
  const note = slot(glossary, "explained", { word: text(word), meaning: text(find(entry, "dd", HTMLElement)) });
  const dialog = /** @type {HTMLDialogElement} */ (document.importNode(find(note, "dialog", Element), true));
  for (const part of dialog.querySelectorAll("[data-word], [data-meaning]")) {
    if (word.lang) part.setAttribute("lang", word.lang);
  }
  find(dialog, "[data-entry]", HTMLAnchorElement).href = link.href;
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

/** @param {Element} element */
function text(element) {
  return element.textContent ?? "";
}
