// @ts-check
import { find, slot } from "../core/dom.js";
import { changed } from "./form.js";
import { mountMoves } from "./moving.js";

const ROW = ".inline-related:not(.empty-form)";

/**
 * Rows of a form that have a number for their order are moved up and down; the numbers follow.
 *
 * @param {HTMLElement} root inside the form; holds the words of the buttons, and `[data-said]`
 */
export function mount(root) {
  for (const group of root.closest("form")?.querySelectorAll(".js-inline-admin-formset") ?? []) {
    if (group instanceof HTMLElement && group.querySelector("[name$='-order']")) mountGroup(root, group);
  }
}

/**
 * @param {HTMLElement} root
 * @param {HTMLElement} group
 */
function mountGroup(root, group) {
  const rows = () => /** @type {HTMLElement[]} */ ([...group.querySelectorAll(ROW)]);
  for (const row of rows()) addButtons(root, row);
  mountMoves(group, rows, (from, to) => {
    const all = rows();
    all[to][to < from ? "before" : "after"](all[from]);
    number(rows());
    const told = { place: String(to + 1), count: String(all.length) };
    find(root, "[data-said]", HTMLElement).replaceChildren(slot(root, "moved", told));
  });
  group.addEventListener("formset:added", (event) => {
    if (!(event.target instanceof HTMLElement) || !event.target.matches(ROW)) return;
    addButtons(root, event.target);
    number(rows());
  });
  // The admin names rows anew when one is removed, in the order in which they stand: that has to be the stored one.
  group.addEventListener(
    "click",
    (event) => {
      if (!(event.target instanceof Element) || !event.target.closest(".inline-deletelink")) return;
      sort(rows(), (row) => Number(row.id.match(/\d+$/)?.[0]));
      setTimeout(() => sort(rows(), (row) => Number(orderOf(row)?.value)), 0);
    },
    { capture: true },
  );
}

/**
 * @param {HTMLElement} root
 * @param {HTMLElement} row
 */
function addButtons(root, row) {
  if (row.querySelector(":scope > h3 [data-up]")) return;
  const name = row.querySelector(".inline_label")?.textContent?.trim() ?? "";
  row.querySelector("h3")?.append(slot(root, "move", { name }));
}

/** @param {HTMLElement} row */
function orderOf(row) {
  const field = row.querySelector("[name$='-order']");
  return field instanceof HTMLInputElement ? field : null;
}

/** @param {HTMLElement[]} rows */
function number(rows) {
  rows.forEach((row, index) => {
    const field = orderOf(row);
    if (!field || field.value === String(index)) return;
    field.value = String(index);
    changed(field);
  });
}

/**
 * @param {HTMLElement[]} rows
 * @param {(row: HTMLElement) => number} by
 */
function sort(rows, by) {
  const sorted = [...rows].sort((one, other) => by(one) - by(other));
  sorted.reduceRight((after, row) => {
    if (after !== row) after.before(row);
    return row;
  }, sorted.at(-1) ?? document.createElement("div"));
}
