// @ts-check
import { find, slot } from "../core/dom.js";
import { phrase } from "../core/phrases.js";

/** What the server calls a fault, and the words that this page has for it. @type {Record<string, string>} */
const WORDS = {
  too_large: "long", too_long: "long", string_too_long: "long",
  missing: "missing", too_short: "missing", string_too_short: "missing",
  less_than: "range", less_than_equal: "range", greater_than: "range", greater_than_equal: "range",
  unstorable: "character", malformed: "unreadable",
};

/**
 * Say why the server did not take a record.
 *
 * @param {ParentNode} root holds the words
 * @param {Journal.FieldError[]} errors
 * @returns {string}
 */
export function refusalText(root, errors) {
  const reasons = errors.map(({ field, code }) => {
    const name = fieldName(root, field);
    const words = phrase(root, `refusal-${WORDS[code] ?? "other"}`);
    return name ? `${name}: ${words}` : words;
  });
  return [...new Set(reasons)].join(" ");
}

/**
 * @param {ParentNode} root
 * @param {string} field dotted, such as "regions.0.intensity"
 * @returns {string} empty where this page has no words for it
 */
function fieldName(root, field) {
  const name = `field-${field.split(".")[0]}`;
  return root.querySelector(`template[data-slot="${CSS.escape(name)}"]`) ? phrase(root, name) : "";
}

/**
 * Name what the server did not take and no list shows, such as a goal, and lead to where it is changed.
 *
 * @param {HTMLElement} root
 * @param {Journal.Row[]} rows
 * @param {Map<string, "here" | "sending" | Journal.FieldError[]>} states
 */
export function showRefused(root, rows, states) {
  const items = rows.flatMap(({ id, kind, data }) => {
    const state = states.get(id);
    if (!Array.isArray(state)) return [];
    const name = kind === "goal" || kind === "profile" ? `refused-${kind}` : "refused-other";
    return [slot(root, name, { title: String(data?.title ?? ""), why: refusalText(root, state) })];
  });
  const place = find(root, "[data-refused-others]", HTMLElement);
  place.replaceChildren(...items);
  place.hidden = items.length === 0;
}
