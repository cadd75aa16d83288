// @ts-check
import { announce } from "../core/announce.js";
import { find, slot } from "../core/dom.js";
import { focusOn } from "../core/focus.js";
import { mountDrag } from "./my-routines-drag.js";

/**
 * @typedef {import("./profile.js").OwnRoutine} OwnRoutine
 * @typedef {import("./profile.js").OwnStep} OwnStep
 */

/**
 * The form that makes a routine or changes one.
 *
 * @param {HTMLElement} root
 * @param {(routine: OwnRoutine) => Promise<boolean>} keep false where it could not be kept
 */
export function mountBuilder(root, keep) {
  const form = find(root, '[data-part="build"]', HTMLFormElement);
  const list = find(form, '[data-part="steps"]', HTMLElement);
  const title = find(form, "#routine-title", HTMLInputElement);
  const choice = find(form, "#add-move", HTMLSelectElement);
  /** @type {OwnRoutine} */
  let routine = empty();

  const draw = () => list.replaceChildren(...routine.steps.map((step, place) => drawStep(root, step, place, routine.steps.length)));
  const load = (/** @type {OwnRoutine} */ next, isNew = false) => {
    routine = structuredClone(next);
    title.value = title.defaultValue = routine.title;
    for (const text of root.querySelectorAll("#builder [data-when]")) {
      text.toggleAttribute("hidden", (text.getAttribute("data-when") === "new") !== isNew);
    }
    draw();
    if (!isNew) focusOn(find(root, "#builder", HTMLElement));
  };
  const move = (/** @type {number} */ from, /** @type {number} */ to) => {
    if (to < 0 || to >= routine.steps.length || from === to) return;
    const [step] = routine.steps.splice(from, 1);
    routine.steps.splice(to, 0, step);
    draw();
    announce(slot(root, "moved", { title: step.title, number: String(to + 1) }).textContent ?? "");
  };

  form.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest("button[data-do]") : null;
    if (!(button instanceof HTMLButtonElement)) return;
    const place = Number(button.closest("li")?.dataset.place);
    const act = button.dataset.do;
    if (act === "add" && choice.value) {
      routine.steps.push({ slug: choice.value, title: choice.selectedOptions[0].text, seconds: null });
      draw();
    }
    if (act === "clear") load(empty(), true);
    if (act === "up" || act === "down") {
      const to = place + (act === "up" ? -1 : 1);
      move(place, to);
      const item = list.querySelector(`li[data-place="${to}"]`) ?? list;
      // At an end of the list the pressed button has nothing left to do; its neighbour takes the focus.
      const still = item.querySelector(`[data-do="${act}"]:not(:disabled)`) ?? item.querySelector("button:not(:disabled)");
      if (still instanceof HTMLElement) still.focus();
    }
    if (act === "remove") {
      routine.steps.splice(place, 1);
      draw();
      choice.focus();
    }
  });
  list.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLSelectElement)) return;
    routine.steps[Number(target.closest("li")?.dataset.place)].seconds = Number(target.value) || null;
  });
  mountDrag(list, move);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    routine.title = title.value.trim();
    if (complain(root, title, routine)) return;
    if (await keep(routine)) load(empty(), true);
  });
  load(routine, true);
  return { load };
}

/** @returns {OwnRoutine} */
function empty() {
  return { id: crypto.randomUUID(), title: "", steps: [] };
}

/**
 * @param {HTMLElement} root
 * @param {HTMLInputElement} title
 * @param {OwnRoutine} routine
 * @returns {boolean} whether something is missing
 */
function complain(root, title, routine) {
  find(root, '[data-part="title-error"]', HTMLElement).hidden = Boolean(routine.title);
  find(root, '[data-part="steps-error"]', HTMLElement).hidden = routine.steps.length > 0;
  title.removeAttribute("aria-invalid");
  if (!routine.title) {
    title.setAttribute("aria-invalid", "true");
    title.setAttribute("aria-describedby", "title-error");
    title.focus();
  } else if (!routine.steps.length) find(root, "#add-move", HTMLElement).focus();
  return !routine.title || !routine.steps.length;
}

/**
 * @param {HTMLElement} root
 * @param {OwnStep} step
 * @param {number} place
 * @param {number} all
 */
function drawStep(root, step, place, all) {
  const drawn = slot(root, "step", { title: step.title });
  const item = find(drawn, "li", HTMLElement);
  item.dataset.place = String(place);
  find(item, "select", HTMLSelectElement).value = String(step.seconds ?? "");
  find(item, '[data-do="up"]', HTMLButtonElement).disabled = place === 0;
  find(item, '[data-do="down"]', HTMLButtonElement).disabled = place === all - 1;
  return drawn;
}
