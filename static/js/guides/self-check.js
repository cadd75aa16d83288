// @ts-check

/**
 * Show what each ticked sign leads to, and nothing for the others; nothing is kept.
 *
 * @param {HTMLElement} root holds items with a tick box and an answer
 */
export function mount(root) {
  const refresh = () => root.querySelectorAll("[data-item]").forEach(showAnswer);
  root.addEventListener("change", refresh);
  // Ticks that the browser brought back after "back" count as well.
  window.addEventListener("pageshow", refresh);
  refresh();
}

/** @param {Element} item */
function showAnswer(item) {
  const box = item.querySelector("input");
  const answer = item.querySelector("[data-answer]");
  if (box && answer instanceof HTMLElement) answer.hidden = !box.checked;
}
