// @ts-check
import { find } from "../core/dom.js";
import { mountAll } from "../core/mount.js";
import { followDriving } from "./driving.js";

mountAll(document, { "seat-list": mountSeatList });

/**
 * Count the ticks of the seat list. They are for now only and kept nowhere.
 *
 * @param {HTMLElement} root
 */
function mountSeatList(root) {
  const boxes = /** @type {HTMLInputElement[]} */ ([...root.querySelectorAll("input[type=checkbox]")]);
  const clear = find(root, "[data-act=clear]", HTMLButtonElement);
  const count = () => {
    const ticked = boxes.filter((box) => box.checked).length;
    find(root, "[data-ticked]", HTMLElement).textContent = String(ticked);
    find(root, "[data-done]", HTMLElement).hidden = ticked < boxes.length;
    clear.hidden = ticked === 0;
  };
  find(root, "[data-all]", HTMLElement).textContent = String(boxes.length);
  followDriving((driving) => {
    find(root, "[data-driving]", HTMLElement).hidden = !driving;
  });
  find(root, "[data-count-line]", HTMLElement).hidden = false;
  root.addEventListener("change", count);
  clear.addEventListener("click", () => {
    for (const box of boxes) box.checked = false;
    count();
    boxes[0].focus();
  });
  count();
}
