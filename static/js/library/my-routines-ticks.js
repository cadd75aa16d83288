// @ts-check
import { find, slot } from "../core/dom.js";

/**
 * Favourites and equipment: each tick is kept at once.
 *
 * @param {HTMLElement} root
 * @param {import("./profile.js").Profile} profile
 * @param {(fields: import("./profile.js").Profile) => Promise<boolean>} write
 */
export function mountTicks(root, profile, write) {
  const favourites = ticksIn(root, "favourite-ticks", profile.favourites ?? []);
  const equipment = ticksIn(root, "equipment-ticks", profile.equipment ?? []);
  drawFavourites(root, favourites.chosen());
  favourites.box.addEventListener("change", () => {
    drawFavourites(root, favourites.chosen());
    void write({ favourites: favourites.chosen() });
  });
  equipment.box.addEventListener("change", () => void write({ equipment: equipment.chosen() }));
  find(root, '[data-do="any-equipment"]', HTMLElement).addEventListener("click", () => {
    for (const input of equipment.inputs) input.checked = false;
    void write({ equipment: null });
  });
}

/**
 * @param {HTMLElement} root
 * @param {string} name
 * @param {string[]} ticked
 */
function ticksIn(root, name, ticked) {
  const box = find(root, `[data-part="${name}"]`, HTMLElement);
  const inputs = /** @type {HTMLInputElement[]} */ ([...box.querySelectorAll("input")]);
  for (const input of inputs) input.checked = ticked.includes(input.value);
  return { box, inputs, chosen: () => inputs.filter(({ checked }) => checked).map(({ value }) => value) };
}

/**
 * List the favourites, and offer them first to the builder.
 *
 * @param {HTMLElement} root
 * @param {string[]} slugs
 */
function drawFavourites(root, slugs) {
  const choice = find(root, "#add-move", HTMLSelectElement);
  const options = slugs.map((slug) => find(choice, `option[value="${slug}"]`, HTMLOptionElement));
  choice.options[0].after(...options);
  find(root, '[data-part="no-favourites"]', HTMLElement).hidden = slugs.length > 0;
  find(root, '[data-part="favourite-list"]', HTMLElement).replaceChildren(
    ...options.map(({ text, value }) => {
      const item = slot(root, "favourite", { title: text });
      const link = find(item, "a", HTMLAnchorElement);
      link.href = `${link.getAttribute("href")}${value}/`;
      return item;
    }),
  );
}
