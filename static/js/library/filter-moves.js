// @ts-check
import { sayCount } from "../core/count.js";
import { find, slot } from "../core/dom.js";
import { focusOn } from "../core/focus.js";
import { answers, droppable, GROUPS, wordsOf } from "./wishes.js";

/**
 * Filter the moves as the form changes, with the filters kept in the address.
 *
 * @param {HTMLElement} root holds the form, the list and the templates of what is said
 */
export function mount(root) {
  const form = find(root, "form", HTMLFormElement);
  const cards = [...root.querySelectorAll("[data-move]")].map(readCard);
  const refresh = () => show(root, form, cards, readWish(form));

  fillFromAddress(form);
  refresh();
  form.addEventListener("input", () => {
    rememberInAddress(form);
    refresh();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    find(root, "#count", HTMLElement).scrollIntoView({ block: "nearest" });
  });
  root.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("[data-drop]") : null;
    if (button instanceof HTMLElement) drop(form, (button.dataset.drop ?? "").split(" "));
  });
  window.addEventListener("popstate", () => {
    fillFromAddress(form);
    refresh();
  });
}

/** @param {Element} element */
function readCard(element) {
  const data = /** @type {HTMLElement} */ (element).dataset;
  const codes = Object.fromEntries(GROUPS.map((group) => [group, codesIn(data[group])]));
  return { element: /** @type {HTMLElement} */ (element), codes, needs: codes.equipment, text: data.text ?? "" };
}

/** @param {string | undefined} text */
function codesIn(text) {
  return new Set((text ?? "").split(" ").filter(Boolean));
}

/** @param {HTMLFormElement} form */
function readWish(form) {
  const data = new FormData(form);
  const chosen = GROUPS.map((group) => [group, new Set(data.getAll(group).map(String))]).filter(
    ([, codes]) => /** @type {Set<string>} */ (codes).size,
  );
  return { chosen: Object.fromEntries(chosen), words: wordsOf(String(data.get("q") ?? "")) };
}

/** @param {HTMLFormElement} form */
function fillFromAddress(form) {
  const query = new URLSearchParams(location.search);
  for (const box of form.querySelectorAll("input[type=checkbox]")) {
    const input = /** @type {HTMLInputElement} */ (box);
    input.checked = query.getAll(input.name).includes(input.value);
  }
  find(form, "[name=q]", HTMLInputElement).value = query.get("q") ?? "";
}

/** @param {HTMLFormElement} form */
function rememberInAddress(form) {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (value) query.append(name, String(value));
  history.replaceState(history.state, "", query.size ? `?${query}` : location.pathname);
}

/**
 * @param {HTMLElement} root
 * @param {HTMLFormElement} form
 * @param {ReturnType<typeof readCard>[]} cards
 * @param {{chosen: Record<string, Set<string>>, words: string[]}} wish
 */
function show(root, form, cards, wish) {
  let count = 0;
  for (const card of cards) {
    const fits = answers(card, wish);
    card.element.hidden = !fits;
    if (fits) count += 1;
  }
  sayCount(root, count);
  root.querySelector("[data-nothing]")?.remove();
  if (!count) sayNothing(root, form, droppable(cards, wish));
}

/**
 * @param {HTMLElement} root
 * @param {HTMLFormElement} form
 * @param {{groups: string[], count: number}[]} drops
 */
function sayNothing(root, form, drops) {
  const words = slot(root, "nothing", {});
  find(words, "[data-droppable]", HTMLElement).replaceChildren(
    ...drops.map(({ groups, count }) => {
      const label = groups.map((group) => labelOf(form, group)).join(" + ");
      const item = slot(root, "drop", { label, count: String(count) });
      find(item, "[data-drop]", HTMLElement).dataset.drop = groups.join(" ");
      return item;
    }),
  );
  find(root, "[data-moves]", HTMLElement).before(words);
}

/**
 * @param {HTMLFormElement} form
 * @param {string} group
 */
function labelOf(form, group) {
  const field = find(form, `[name=${group}]`, HTMLInputElement);
  const label = field.closest("fieldset")?.querySelector("legend") ?? field.labels?.[0];
  return label?.firstChild?.textContent?.trim() ?? "";
}

/**
 * @param {HTMLFormElement} form
 * @param {string[]} groups
 */
function drop(form, groups) {
  for (const field of form.querySelectorAll(groups.map((group) => `[name=${group}]`).join())) {
    const input = /** @type {HTMLInputElement} */ (field);
    if (input.type === "checkbox") input.checked = false;
    else input.value = "";
  }
  form.dispatchEvent(new Event("input", { bubbles: true }));
  // The button that was pressed is gone with the message around it.
  focusOn(find(document, "#count", HTMLElement));
}
