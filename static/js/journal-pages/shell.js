// @ts-check
import { slot } from "../core/dom.js";
import { watchAccount } from "../device/watch-account.js";
import { STORE_PROBLEM, StoreError } from "../journal/store-error.js";

/**
 * What every page of the journal does: it opens itself, says what is wrong with the store, and loads anew where this
 * device shows somebody else's journal.
 *
 * @param {HTMLElement} root
 */
export function mount(root) {
  for (const part of root.querySelectorAll("[data-opened-by-script]")) part.removeAttribute("inert");
  document.addEventListener(STORE_PROBLEM, (event) => {
    const { code } = /** @type {CustomEvent<{code: string}>} */ (event).detail;
    sayProblem(root, "[data-problems]", code);
  });
  watchAccount();
}

/**
 * Begin anew where the browser brings the page back out of its memory: its forms were emptied when it was left, and
 * what was being written in them is offered again.
 */
export function beginAnewWhenBroughtBack() {
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) location.reload();
  });
}

/**
 * Say why something could not be kept or read.
 *
 * @param {HTMLElement} root
 * @param {string} place selector
 * @param {string} code of a `StoreError` or `ContentError`; empty takes the words away
 */
export function sayProblem(root, place, code) {
  root.querySelector(place)?.replaceChildren(...(code ? [slot(root, `problem-${code}`, {})] : []));
}

/**
 * Return the code of what was thrown when something could not be kept.
 *
 * @param {unknown} error
 * @returns {string}
 * @throws the error itself where it is another one
 */
export function codeOf(error) {
  const code = error instanceof Error ? Reflect.get(error, "code") : null;
  if (typeof code !== "string") throw error;
  return code;
}

/**
 * Let something go on by itself that reads the store: what is wrong with the store stands on the page already.
 *
 * @param {Promise<unknown>} work
 */
export function goOn(work) {
  work.catch((error) => {
    if (!(error instanceof StoreError)) throw error;
  });
}

/**
 * Make a behaviour of one that reads the store first.
 *
 * @param {(root: HTMLElement) => Promise<void>} mountLater
 * @returns {(root: HTMLElement) => void}
 */
export function withStore(mountLater) {
  return (root) => goOn(mountLater(root));
}
