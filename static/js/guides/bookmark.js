// @ts-check
import { find } from "../core/dom.js";
import { readPlaces, writePlace } from "./reading-places.js";

/**
 * A guide's bookmark, and the way back to where it was read last.
 *
 * @param {HTMLElement} root carries the guide's title
 */
export function mount(root) {
  const path = location.pathname;
  const button = find(root, "button", HTMLButtonElement);
  const headings = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("article h2[id]")]);
  let place = readPlaces()[path] ?? { title: "", kept: false, at: "" };
  const keep = (/** @type {Partial<import("./reading-places.js").ReadingPlace>} */ change) => {
    place = { ...place, ...change, title: root.dataset.title ?? "" };
    writePlace(path, place);
    button.setAttribute("aria-pressed", String(place.kept));
  };

  offerToGoOn(root, headings.find(({ id }) => id === place.at));
  button.setAttribute("aria-pressed", String(place.kept));
  button.addEventListener("click", () => keep({ kept: !place.kept }));
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) keep({ at: lastRead(headings) });
  });
  addEventListener("pagehide", () => keep({ at: lastRead(headings) }));
  root.hidden = false;
}

/**
 * @param {HTMLElement} root
 * @param {HTMLElement | undefined} heading
 */
function offerToGoOn(root, heading) {
  if (!heading || location.hash) return;
  const link = find(root, "[data-resume] a", HTMLAnchorElement);
  link.href = `#${heading.id}`;
  link.textContent = heading.textContent;
  find(root, "[data-resume]", HTMLElement).hidden = false;
}

/** @param {HTMLElement[]} headings */
function lastRead(headings) {
  if (scrollY === 0) return "";
  const passed = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight / 2);
  return passed.at(-1)?.id ?? "";
}
