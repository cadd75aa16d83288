// @ts-check
import { later } from "../core/loaded.js";
import { mountAll } from "../core/mount.js";

const findPosition = later(() => import("./find-position.js"));

mountAll(document, {
  "find-position": (root) => {
    // At once: what is ticked before the rest is there stays ticked.
    fillFromAddress(root);
    findPosition(root);
  },
  lengths: later(() => import("./lengths.js")),
});

/** @param {HTMLElement} root */
function fillFromAddress(root) {
  const query = new URLSearchParams(location.search);
  for (const box of root.querySelectorAll("input")) box.checked = query.getAll(box.name).includes(box.value);
}
