// @ts-check

/**
 * Let the items of a list be moved: by their buttons `[data-up]` and `[data-down]`, and by dragging their `[data-grip]`.
 *
 * @param {HTMLElement} list
 * @param {() => HTMLElement[]} items the list's own, in order
 * @param {(from: number, to: number) => void} move does it; `items` is asked again afterwards
 */
export function mountMoves(list, items, move) {
  list.dataset.moves = "";
  /** @type {number} */
  let dragged = -1;
  /** @param {Event} event */
  const indexOf = (event) => items().findIndex((item) => event.target instanceof Node && item.contains(event.target));
  /** @param {Event} event @param {string} selector */
  const own = (event, selector) => {
    const found = event.target instanceof Element ? event.target.closest(selector) : null;
    return found?.closest("[data-moves]") === list ? found : null;
  };
  list.addEventListener("click", (event) => {
    const button = own(event, "[data-up], [data-down]");
    if (!button) return;
    const which = button.matches("[data-up]") ? "[data-up]" : "[data-down]";
    const from = indexOf(event);
    const to = from + (which === "[data-up]" ? -1 : 1);
    if (to < 0 || to >= items().length) return;
    move(from, to);
    const again = items()[to].querySelector(which);
    if (again instanceof HTMLElement) again.focus();
  });
  list.addEventListener("dragstart", (event) => {
    if (!own(event, "[data-grip]")) return;
    dragged = indexOf(event);
    event.dataTransfer?.setData("text/plain", "");
    event.dataTransfer?.setDragImage(items()[dragged], 0, 0);
  });
  list.addEventListener("dragover", (event) => {
    if (dragged >= 0) event.preventDefault();
  });
  list.addEventListener("drop", (event) => {
    const to = indexOf(event);
    if (dragged < 0) return;
    event.preventDefault();
    if (to >= 0 && to !== dragged) move(dragged, to);
  });
  list.addEventListener("dragend", () => {
    dragged = -1;
  });
}

/**
 * @template Kind
 * @param {Kind[]} all
 * @param {number} from
 * @param {number} to
 * @returns {Kind[]} the same with one moved
 */
export function moved(all, from, to) {
  const rest = all.filter((_item, index) => index !== from);
  return [...rest.slice(0, to), all[from], ...rest.slice(to)];
}
