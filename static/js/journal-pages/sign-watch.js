// @ts-check
import { find, slot } from "../core/dom.js";
import { isField } from "./drafting.js";
import { isSign } from "./signs.js";

const LEFT = "sign";

/**
 * An answer that matches an emergency sign is taken back and leads to the danger signs at once, unless the person has
 * said that a doctor knows of it. Arrow keys only pass over an answer: there the way is offered instead of taken.
 *
 * @param {HTMLElement} root
 * @param {HTMLFormElement} form
 */
export function watchSigns(root, form) {
  let passing = false;
  form.addEventListener("keydown", ({ key }) => {
    passing = key.startsWith("Arrow");
  });
  form.addEventListener("pointerdown", () => {
    passing = false;
  });
  // Before anybody else hears of it, so that it is not kept.
  form.addEventListener(
    "input",
    (event) => {
      const field = event.target;
      if (!isField(field) || !isChosen(field) || !isSign(field.name, field.value) || isKnown(root)) return;
      event.stopImmediatePropagation();
      takeBack(field);
      showSign(root);
      history.replaceState({ ...history.state, [LEFT]: true }, "");
      if (!passing) location.assign(find(root, "[data-sign] a", HTMLAnchorElement).href);
    },
    { capture: true },
  );
  const comeBack = () => {
    if (history.state?.[LEFT]) showSign(root);
  };
  addEventListener("pageshow", comeBack);
  comeBack();
}

/**
 * What was kept may hold such an answer: the person has said so before.
 *
 * @param {HTMLElement} root
 */
export function allowSigns(root) {
  showSign(root);
  find(root, "[data-known]", HTMLInputElement).checked = true;
}

/**
 * @param {HTMLElement} root
 * @returns {boolean} whether the person has said that a doctor knows of it
 */
export function isKnown(root) {
  const box = root.querySelector("[data-known]");
  return box instanceof HTMLInputElement && box.checked;
}

/** @param {HTMLElement} root */
function showSign(root) {
  const place = find(root, "[data-sign]", HTMLElement);
  if (!place.firstElementChild) place.replaceChildren(slot(root, "sign", {}));
}

/** @param {import("./drafting.js").Field} field */
function isChosen(field) {
  return field instanceof HTMLInputElement && ["radio", "checkbox"].includes(field.type) ? field.checked : true;
}

/** @param {import("./drafting.js").Field} field */
function takeBack(field) {
  if (field instanceof HTMLInputElement && ["radio", "checkbox"].includes(field.type)) field.checked = false;
  else field.value = "";
}
