// @ts-check
import { slot } from "../core/dom.js";

/**
 * Say in words that a passkey was not used: the person closed the browser's question, or the device has none.
 *
 * @param {HTMLElement} root
 */
export function mount(root) {
  document.addEventListener("allauth.error", (event) => {
    event.preventDefault();
    root.querySelector(".notice")?.remove();
    root.append(slot(root, "trouble", {}));
  });
}
