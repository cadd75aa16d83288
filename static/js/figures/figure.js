// @ts-check
import { find } from "../core/dom.js";
import { mountAll } from "../core/mount.js";

/**
 * The buttons beneath a figure: its move again and again until it is stopped, and the same for the other side.
 *
 * @param {HTMLElement} root
 */
function mount(root) {
  const play = root.querySelector("[data-play]");
  const mirror = root.querySelector("[data-mirror]");
  if (play instanceof HTMLElement) mountPlay(root, play);
  if (mirror instanceof HTMLElement) mountMirror(root, mirror);
  find(root, "[data-figure-acts]", HTMLElement).hidden = false;
}

/**
 * @param {HTMLElement} root
 * @param {HTMLElement} button
 */
function mountPlay(root, button) {
  const show = () => {
    const moves = isMoving(root);
    find(button, '[data-when="still"]', HTMLElement).hidden = moves;
    find(button, '[data-when="moving"]', HTMLElement).hidden = !moves;
  };
  button.addEventListener("click", () => {
    const stops = isMoving(root);
    root.toggleAttribute("data-moving", !stops);
    root.toggleAttribute("data-paused", stops);
    show();
  });
  // A figure moves by itself for a moment after it comes.
  root.addEventListener("animationend", show);
  show();
}

/** @param {HTMLElement} root */
function isMoving(root) {
  return root.getAnimations({ subtree: true }).some((one) => one instanceof CSSAnimation && one.playState === "running");
}

/**
 * @param {HTMLElement} root
 * @param {HTMLElement} button
 */
function mountMirror(root, button) {
  button.addEventListener("click", () => {
    const isOther = root.classList.toggle("page-figure--mirrored");
    button.setAttribute("aria-pressed", String(isOther));
    root.dataset.altOther = swap(find(root, "title", Element), root.dataset.altOther);
    root.dataset.captionOther = swap(find(root, "figcaption", HTMLElement), root.dataset.captionOther);
  });
}

/**
 * Let an element say something else.
 *
 * @param {Element} element
 * @param {string | undefined} words
 * @returns {string} what it said before
 */
function swap(element, words) {
  const before = element.textContent ?? "";
  element.textContent = words ?? "";
  return before;
}

mountAll(document, { figure: mount });
