// @ts-check
import { find, slot } from "../core/dom.js";
import { mountAll } from "../core/mount.js";
import { readProfile, writeProfile } from "./profile.js";

/**
 * The button of a move's page; the favourites themselves are listed and built with in "My routines".
 *
 * @param {HTMLElement} root
 */
async function mount(root) {
  const slug = root.dataset.slug ?? "";
  const button = find(root, "button", HTMLButtonElement);
  const said = find(root, '[role="status"]', HTMLElement);
  const show = (/** @type {string[]} */ favourites) => button.setAttribute("aria-pressed", String(favourites.includes(slug)));

  try {
    show(await favourites());
  } catch {
    return; // this device keeps nothing, so there is nothing to offer
  }
  root.hidden = false;
  button.addEventListener("click", async () => {
    try {
      const before = await favourites();
      const after = before.includes(slug) ? before.filter((one) => one !== slug) : [...before, slug];
      await writeProfile({ favourites: after });
      show(after);
      said.replaceChildren();
    } catch {
      said.replaceChildren(slot(root, "not-kept", {}));
    }
  });
}

/** Read anew each time: another tab may have changed them. */
async function favourites() {
  return (await readProfile()).favourites ?? [];
}

mountAll(document, { favourite: (root) => void mount(root) });
