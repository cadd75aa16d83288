// @ts-check
import { find, slot } from "../core/dom.js";
import { readPlaces } from "./reading-places.js";

/**
 * The guides that the person has bookmarked; each link leads to where it was read last.
 *
 * @param {HTMLElement} root
 */
export function mount(root) {
  const kept = Object.entries(readPlaces()).filter(([, place]) => place.kept);
  const items = kept.reverse().map(([path, { title, at }]) => {
    const item = slot(root, "bookmark", { title });
    find(item, "a", HTMLAnchorElement).href = at ? `${path}#${at}` : path;
    return item;
  });
  find(root, "ul", HTMLElement).replaceChildren(...items);
  root.hidden = items.length === 0;
}
