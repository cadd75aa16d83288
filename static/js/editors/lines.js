// @ts-check
import { find, slot } from "../core/dom.js";
import { changed } from "./form.js";
import { mountMoves, moved } from "./moving.js";

/**
 * Below each field that has one entry a line: its lines as a list in which they can be moved.
 *
 * @param {HTMLElement} root inside the form; holds the words, and `[data-said]`
 */
export function mount(root) {
  const form = root.closest("form");
  if (!form) return;
  for (const field of form.querySelectorAll(".inline-related:not(.empty-form) [data-lines], fieldset [data-lines]")) {
    if (!field.closest(".empty-form")) mountField(root, field);
  }
  form.addEventListener("formset:added", (event) => {
    if (!(event.target instanceof Element)) return;
    for (const field of event.target.querySelectorAll("[data-lines]")) mountField(root, field);
  });
}

/**
 * @param {HTMLElement} root
 * @param {Element} field
 */
function mountField(root, field) {
  const row = field.closest(".flex-container")?.parentElement;
  if (!(field instanceof HTMLTextAreaElement) || !row || row.querySelector("[data-arrange]")) return;
  row.append(slot(root, "arrange", {}));
  const details = find(row, "[data-arrange]", HTMLDetailsElement);
  const list = find(details, "ol", HTMLOListElement);
  const lines = () => field.value.split("\n").filter((line) => line.trim() !== "");
  const show = () => {
    details.hidden = lines().length < 2;
    if (!details.open) return;
    list.replaceChildren(...lines().map((line) => item(root, line)));
  };
  mountMoves(
    list,
    () => /** @type {HTMLElement[]} */ ([...list.children]),
    (from, to) => {
      field.value = moved(lines(), from, to).join("\n");
      changed(field);
      const told = { place: String(to + 1), count: String(list.children.length) };
      find(root, "[data-said]", HTMLElement).replaceChildren(slot(root, "moved", told));
    },
  );
  field.addEventListener("input", show);
  details.addEventListener("toggle", show);
  show();
}

/**
 * @param {HTMLElement} root
 * @param {string} line
 */
function item(root, line) {
  const place = document.createElement("li");
  const words = document.createElement("span");
  words.textContent = line;
  place.append(words, slot(root, "move", { name: line }));
  return place;
}
