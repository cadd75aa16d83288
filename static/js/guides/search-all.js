// @ts-check
import { find, slot } from "../core/dom.js";
import { requestJson } from "../core/http.js";
import { makeIndex, readLanguage, search } from "./search-rules.js";

const BEST = 3;
const MOST = 30;

/** @typedef {{kind: string, title: string, url: string, summary: string, words: string, language?: string}} Entry */

/**
 * Search as one types, on the phone; without the index the form still asks the server.
 *
 * @param {HTMLElement} root holds the form, the results and their templates
 */
export function mount(root) {
  const form = find(root, "form", HTMLFormElement);
  const field = find(form, "[name=q]", HTMLInputElement);
  field.value ||= new URLSearchParams(location.search).get("q") ?? "";
  loadAnswerer(root.dataset.index ?? "").then(
    (answer) => searchAsOneTypes(root, form, field, answer),
    () => find(root, "#count", HTMLElement).replaceChildren(slot(root, "no-index", {})),
  );
}

/**
 * @param {string} address
 * @returns {Promise<(question: string) => Entry[]>}
 */
async function loadAnswerer(address) {
  const data = /** @type {any} */ (await requestJson(address));
  const language = readLanguage(data.language);
  const indexed = makeIndex(data.entries, language);
  return (question) => search(indexed, question, language, data.kinds).slice(0, MOST);
}

/**
 * @param {HTMLElement} root
 * @param {HTMLFormElement} form
 * @param {HTMLInputElement} field
 * @param {(question: string) => Entry[]} answer
 */
function searchAsOneTypes(root, form, field, answer) {
  const refresh = () => {
    history.replaceState(history.state, "", field.value ? `?${new URLSearchParams({ q: field.value })}` : location.pathname);
    show(root, field.value.trim(), answer(field.value));
  };
  field.addEventListener("input", refresh);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    refresh();
  });
  if (field.value) refresh();
}

/**
 * @param {HTMLElement} root
 * @param {string} question
 * @param {Entry[]} entries
 */
function show(root, question, entries) {
  const groups = /** @type {[string, Entry[]][]} */ ([["best", entries.slice(0, BEST)], ...groupByKind(entries.slice(BEST))]);
  const sections = groups.filter(([, members]) => members.length).map(([kind, members]) => section(root, kind, members));
  const nothing = question && !entries.length ? [slot(root, "nothing", {})] : [];
  find(root, "[data-results]", HTMLElement).replaceChildren(...sections, ...nothing);
  const words = question ? [slot(root, entries.length ? "found" : "not-found", { count: String(entries.length) })] : [];
  find(root, "#count", HTMLElement).replaceChildren(...words);
}

/**
 * @param {Entry[]} entries
 * @returns {[string, Entry[]][]}
 */
function groupByKind(entries) {
  const kinds = [...new Set(entries.map(({ kind }) => kind))];
  return kinds.map((kind) => [kind, entries.filter((entry) => entry.kind === kind)]);
}

/**
 * @param {HTMLElement} root
 * @param {string} kind of all entries, or "best"
 * @param {Entry[]} entries
 */
function section(root, kind, entries) {
  const part = slot(root, "group", { kind: nameOf(root, kind) });
  const items = entries.map((entry) => {
    const words = { title: entry.title, summary: entry.summary, kind: kind === "best" ? nameOf(root, entry.kind) : "" };
    const item = slot(root, "entry", words);
    const link = find(item, "a", HTMLAnchorElement);
    link.href = entry.url;
    for (const text of link.querySelectorAll("[data-title], [data-summary]")) {
      if (entry.language) text.setAttribute("lang", entry.language);
    }
    return item;
  });
  find(part, "[data-entries]", HTMLElement).replaceChildren(...items);
  return part;
}

/**
 * @param {HTMLElement} root
 * @param {string} kind
 */
function nameOf(root, kind) {
  return slot(root, `kind-${kind}`, {}).textContent?.trim() ?? "";
}
