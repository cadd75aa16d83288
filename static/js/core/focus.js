// @ts-check

/**
 * Move focus to something that is no control, such as a heading, and leave no tab stop behind.
 *
 * @param {HTMLElement} element
 */
export function focusOn(element) {
  const borrowed = !element.hasAttribute("tabindex");
  if (borrowed) {
    element.setAttribute("tabindex", "-1");
    element.addEventListener("blur", () => element.removeAttribute("tabindex"), { once: true });
  }
  element.focus();
}
