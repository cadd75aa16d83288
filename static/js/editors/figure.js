// @ts-check
import { find } from "../core/dom.js";
import { mountAll } from "../core/mount.js";

/** @typedef {Record<string, string[]>} Messages */
/** @typedef {{drawings: Record<string, string>, errors: Messages, hints: Messages}} Drawn */

/** @param {HTMLElement} root */
function mount(root) {
  const form = /** @type {HTMLFormElement} */ (root);
  for (const range of form.querySelectorAll('input[type="range"]')) pair(form, /** @type {HTMLInputElement} */ (range));
  form.addEventListener("input", oneAtATime(() => redraw(form)));
}

/**
 * A slider and its number are one value; only the number is sent.
 *
 * @param {HTMLFormElement} form
 * @param {HTMLInputElement} range
 */
function pair(form, range) {
  const number = find(form, `#${range.dataset.for}`, HTMLInputElement);
  range.hidden = false;
  range.value = number.value;
  range.addEventListener("input", () => {
    number.value = range.value;
  });
  number.addEventListener("input", () => {
    range.value = number.value;
  });
}

/**
 * While one drawing is on its way, any number of changes ask for one more.
 *
 * @param {() => Promise<void>} work
 */
function oneAtATime(work) {
  let busy = false;
  let again = false;
  return async () => {
    again = true;
    if (busy) return;
    busy = true;
    while (again) {
      again = false;
      await work();
    }
    busy = false;
  };
}

/** @param {HTMLFormElement} form */
async function redraw(form) {
  const failed = find(form, '[data-part="not-drawn"]', HTMLElement);
  try {
    const answer = await fetch(form.dataset.draw ?? "", { method: "POST", body: new FormData(form), redirect: "error" });
    if (!answer.ok) throw new Error(String(answer.status));
    show(form, /** @type {Drawn} */ (await answer.json()));
    failed.hidden = true;
  } catch {
    failed.hidden = false;
  }
}

/**
 * @param {HTMLFormElement} form
 * @param {Drawn} drawn
 */
function show(form, { drawings, errors, hints }) {
  for (const [place, svg] of Object.entries(drawings)) {
    const drawing = new DOMParser().parseFromString(svg, "text/html").querySelector("svg");
    const frame = form.querySelector(`[data-drawing="${place}"]`);
    if (drawing && frame) frame.replaceChildren(document.importNode(drawing, true));
  }
  const lists = /** @type {HTMLElement[]} */ ([...form.querySelectorAll("[data-error]")]);
  const named = new Set(lists.map((list) => list.dataset.error));
  const loose = Object.entries(errors).filter(([name]) => !named.has(name));
  for (const list of lists) {
    const name = list.dataset.error ?? "";
    const found = [...(errors[name] ?? []), ...(name ? [] : loose.flatMap(([, messages]) => messages))];
    fill(list, found);
    if (name) form.querySelector(`[name="${name}"]`)?.setAttribute("aria-invalid", String(found.length > 0));
  }
  for (const list of form.querySelectorAll("[data-hints]")) fill(list, hints[/** @type {HTMLElement} */ (list).dataset.hints ?? ""] ?? []);
  say(form, [...Object.values(errors), ...Object.values(hints)].flat());
}

/**
 * @param {Element} list
 * @param {string[]} messages
 */
function fill(list, messages) {
  list.replaceChildren(
    ...messages.map((message) => {
      const item = document.createElement("li");
      item.textContent = message;
      return item;
    }),
  );
}

/**
 * Screen readers hear what is wrong once, not again with every step of a slider.
 *
 * @param {HTMLFormElement} form
 * @param {string[]} messages
 */
function say(form, messages) {
  const said = find(form, '[data-part="said"]', HTMLElement);
  const text = messages.join(" ");
  if (said.textContent !== text) said.textContent = text;
}

mountAll(document, { "figure-editor": mount });
