// @ts-check
import { find, slot } from "../core/dom.js";
import { draftsOf, dropDraft, forget, keepDraft, setAside } from "./draft-store.js";
import { restore, stateOf } from "./form-state.js";

const PAUSE = 400;

/** @typedef {import("./draft-store.js").Place} Place */
/** @typedef {import("./draft-store.js").Draft} Draft */

/**
 * What is typed into the form is kept on this device until it is saved, and offered back after a crash or an expired
 * session.
 *
 * @param {HTMLElement} root inside the form, with `data-user`, `data-object`, `data-version` and, where the form came
 *   back with errors, `data-typed`; holds `[data-place]` and the words
 */
export function mount(root) {
  const form = root.closest("form");
  if (!form) return;
  const { user = "", object = "", version = "", typed } = root.dataset;
  const place = { user, object, version };
  const asItCame = typed === undefined ? JSON.stringify(stateOf(form)) : "";
  let timer = 0;
  const keep = () => {
    clearTimeout(timer);
    const fields = stateOf(form);
    if (JSON.stringify(fields) === asItCame) dropDraft(place);
    else keepDraft(place, fields);
  };
  if (typed === undefined) offer(root, form, place, asItCame, keep);
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(keep, PAUSE);
  });
  form.addEventListener("change", keep);
  form.addEventListener("submit", keep);
  addEventListener("pagehide", () => {
    if (timer) keep();
  });
}

/**
 * @param {HTMLElement} root
 * @param {HTMLFormElement} form
 * @param {Place} place takes the version of what is recovered, so that a newer one is not replaced unseen
 * @param {string} asItCame
 * @param {() => void} keep
 */
function offer(root, form, place, asItCame, keep) {
  const [found, ...older] = draftsOf(place).filter((draft) => {
    const isSame = JSON.stringify(draft.fields) === asItCame;
    if (isSame) forget(draft);
    return !isSame;
  });
  if (!found) return;
  const newest = setAside(found);
  const area = find(root, "[data-place]", HTMLElement);
  area.replaceChildren(slot(root, newest.version === place.version ? "offer" : "offer-older", { time: timeOf(newest) }));
  find(area, "[data-recover]", HTMLButtonElement).addEventListener("click", () => {
    setVersion(form, newest.version);
    place.version = newest.version;
    restore(form, newest.fields);
    keep();
    forget(newest);
    area.replaceChildren(slot(root, "recovered", {}));
    find(area, "p", HTMLElement).focus();
  });
  find(area, "[data-drop]", HTMLButtonElement).addEventListener("click", () => {
    for (const draft of [newest, ...older]) forget(draft);
    area.replaceChildren(slot(root, "dropped", {}));
    find(area, "p", HTMLElement).focus();
  });
}

/**
 * @param {HTMLFormElement} form
 * @param {string} version
 */
function setVersion(form, version) {
  const field = form.elements.namedItem("version");
  if (field instanceof HTMLInputElement) field.value = version;
}

/** @param {Draft} draft */
function timeOf({ at }) {
  const moment = new Date(at);
  const isToday = moment.toDateString() === new Date().toDateString();
  /** @type {Intl.DateTimeFormatOptions} */
  const parts = isToday ? { timeStyle: "short" } : { dateStyle: "medium", timeStyle: "short" };
  return new Intl.DateTimeFormat(document.documentElement.lang, parts).format(moment);
}
