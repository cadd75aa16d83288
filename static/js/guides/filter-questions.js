// @ts-check
import { sayCount } from "../core/count.js";
import { find, slot } from "../core/dom.js";

/**
 * As one types, show only the questions that have every word, in themselves or in their answers. The form still
 * asks the search of all pages.
 *
 * @param {HTMLElement} root holds the form, the topics and their questions
 */
export function mount(root) {
  const field = find(root, "[name=q]", HTMLInputElement);
  const questions = [...root.querySelectorAll("details[id]")].map((part) => ({ part, text: textOf(part) }));
  find(root, "[data-filter-hint]", HTMLElement).hidden = false;

  const refresh = () => {
    const words = plain(field.value).split(/\s+/).filter(Boolean);
    for (const { part, text } of questions) part.toggleAttribute("hidden", !words.every((word) => text.includes(word)));
    for (const topic of root.querySelectorAll("[data-topic]")) {
      topic.toggleAttribute("hidden", !topic.querySelector("details[id]:not([hidden])"));
    }
    find(root, "[data-topics]", HTMLElement).hidden = words.length > 0;
    tell(root, field.value.trim(), questions.filter(({ part }) => !part.hasAttribute("hidden")).length);
  };
  field.addEventListener("input", refresh);
  // What the browser brought back after "back" counts as well.
  window.addEventListener("pageshow", () => field.value && refresh());
}

/**
 * @param {HTMLElement} root
 * @param {string} typed
 * @param {number} count
 */
function tell(root, typed, count) {
  const nothing = typed && !count ? [slot(root, "nothing", { question: typed })] : [];
  find(root, "[data-nothing]", HTMLElement).replaceChildren(...nothing);
  const link = root.querySelector("[data-nothing] a");
  if (link instanceof HTMLAnchorElement) link.search = new URLSearchParams({ q: typed }).toString();
  if (typed) sayCount(root, count);
  else find(root, "#count", HTMLElement).replaceChildren();
}

/**
 * The question and its answer, without the sources.
 *
 * @param {Element} part
 */
function textOf(part) {
  return plain([...part.querySelectorAll("summary:first-child, .prose")].map((one) => one.textContent).join(" "));
}

/** @param {string} text */
function plain(text) {
  return text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replaceAll("’", "'");
}
