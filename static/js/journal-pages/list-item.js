// @ts-check
import { find, slot } from "../core/dom.js";
import { timeText } from "./days.js";
import { isCopy } from "./copies.js";
import { recordWords } from "./record-words.js";
import { wordOf } from "./codes.js";
import { refusalText } from "./refusal.js";

/** Pages on which a record of a kind is changed; the others have their note changed in the list. @type {Record<string, string>} */
const PAGE_OF = { "check-in": "new", measure: "measures" };

/** @typedef {"here" | "sending" | Journal.FieldError[] | undefined} State as `recordStates` gives it */

/**
 * Draw one record of the list.
 *
 * @param {HTMLElement} root
 * @param {import("./codes.js").Codes} codes
 * @param {Journal.Row} row
 * @param {State} state
 * @param {boolean} hasAccount without one, every record is only here and the page says so once
 */
export function drawRecord(root, codes, row, state, hasAccount) {
  const data = row.data ?? {};
  const at = /** @type {Journal.Moment} */ (data.at);
  const [time, kind] = [timeText(at), wordOf(codes, "kind", row.kind)];
  const item = slot(root, "record", { time, kind, words: recordWords(root, codes, row).join(" · ") });
  const article = find(item, "[data-record]", HTMLElement);
  article.dataset.record = row.id;
  const note = find(item, "[data-note]", HTMLElement);
  note.textContent = String(data.note ?? "");
  note.hidden = !data.note;
  find(item, "[data-copy]", HTMLElement).hidden = !isCopy(row);
  if (hasAccount) find(item, "[data-state]", HTMLElement).append(slot(root, stateSlot(state), { why: Array.isArray(state) ? refusalText(root, state) : "" }));
  for (const name of item.querySelectorAll("[data-name]")) name.textContent = `${kind}, ${time}`;
  showEdit(root, item, row);
  return item;
}

/**
 * @param {HTMLElement} root
 * @param {DocumentFragment} item
 * @param {Journal.Row} row
 */
function showEdit(root, item, { kind, id, data }) {
  const link = find(item, "a[data-act=edit]", HTMLAnchorElement);
  const button = find(item, "button[data-act=note]", HTMLButtonElement);
  const page = PAGE_OF[kind];
  const address = page ? root.dataset[page] : "";
  link.hidden = !address || (kind === "measure" && data?.instrument === "review");
  button.hidden = !link.hidden;
  if (address) link.href = `${address}#${id}`;
}

/** @param {State} state */
function stateSlot(state) {
  if (Array.isArray(state)) return "state-refused";
  return `state-${state ?? "sent"}`;
}
