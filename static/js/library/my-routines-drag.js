// @ts-check

/**
 * Reorder by dragging, beside the buttons that do the same.
 *
 * @param {HTMLElement} list its items carry `data-place`
 * @param {(from: number, to: number) => void} move
 */
export function mountDrag(list, move) {
  /** @type {HTMLElement | null} */
  let dragged = null;
  list.addEventListener("dragstart", (event) => {
    dragged = itemAt(event);
    dragged?.classList.add("is-dragged");
    if (event.dataTransfer) event.dataTransfer.effectAllowed = "move";
  });
  list.addEventListener("dragover", (event) => {
    if (dragged) event.preventDefault();
  });
  list.addEventListener("drop", (event) => {
    event.preventDefault();
    const over = itemAt(event);
    const from = dragged;
    dragged = null; // the list is drawn anew, and an item that is gone tells of no end
    if (from && over) move(Number(from.dataset.place), Number(over.dataset.place));
  });
  list.addEventListener("dragend", () => {
    dragged?.classList.remove("is-dragged");
    dragged = null;
  });
}

/** @param {Event} event */
function itemAt({ target }) {
  return target instanceof Element ? target.closest("li") : null;
}
