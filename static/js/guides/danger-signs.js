// @ts-check
import { focusOn } from "../core/focus.js";
import { mountAll } from "../core/mount.js";

/**
 * A tick puts the screen that its list leads to (`data-leads-to`) in the place of the page; the browser's back
 * button leads back. Which screen shows is kept in the history entry, so that it is still there after a phone
 * call; the tick itself is taken off at once and kept nowhere.
 *
 * @param {HTMLElement} root
 * @param {Record<string, (root: HTMLElement) => void>} behaviours for the parts of the screens
 */
export function mount(root, behaviours) {
  const screens = buildScreens();
  root.after(...screens.values());
  for (const hint of root.querySelectorAll("[data-shown-by-script]")) hint.removeAttribute("hidden");

  let origin = root;
  openOnTick(root, (from, sign) => {
    const name = from.closest("[data-leads-to]")?.getAttribute("data-leads-to") ?? "";
    const screen = screens.get(name);
    if (!screen) return;
    origin = from;
    nameSign(screen, sign);
    history.pushState({ screen: name }, "");
    show(root, screens, screen);
  });
  for (const screen of screens.values()) {
    mountAll(screen, behaviours);
    screen.querySelector("[data-slot=back]")?.addEventListener("click", () => history.back());
    screen.addEventListener("click", (event) => followLink(event, screen, () => show(root, screens, root)));
  }
  addEventListener("popstate", (event) => {
    const screen = screens.get(event.state?.screen);
    if (!screen && !root.hidden) return;
    show(root, screens, screen ?? root);
    if (!screen && origin !== root) origin.focus();
  });
  addEventListener("pagehide", () => screens.forEach((screen) => nameSign(screen, "")));
  const before = screens.get(history.state?.screen);
  if (before) show(root, screens, before);
}

/** @returns {Map<string, HTMLElement>} by name */
function buildScreens() {
  const screens = new Map();
  for (const template of document.querySelectorAll("template[data-screen]")) {
    if (!(template instanceof HTMLTemplateElement)) continue;
    screens.set(template.dataset.screen, template.content.firstElementChild?.cloneNode(true));
  }
  return screens;
}

/**
 * Call back for a ticked sign, and for the link that says that none fits.
 *
 * @param {HTMLElement} root
 * @param {(from: HTMLElement, sign: string) => void} open
 */
function openOnTick(root, open) {
  root.addEventListener("change", ({ target: box }) => {
    if (!(box instanceof HTMLInputElement) || box.type !== "checkbox" || !box.checked) return;
    box.checked = false;
    open(box, box.labels?.[0]?.textContent ?? "");
  });
  root.addEventListener("click", (event) => {
    const link = linkOf(event);
    if (!link?.dataset.leadsTo) return;
    event.preventDefault();
    open(link, "");
  });
}

/**
 * A link of a screen to the page below puts the page back first: its place is hidden until then.
 *
 * @param {Event} event
 * @param {HTMLElement} screen
 * @param {() => void} leave
 */
function followLink(event, screen, leave) {
  const link = linkOf(event);
  const place = link?.getAttribute("href")?.startsWith("#") && document.getElementById(link.hash.slice(1));
  if (!link || !place) return;
  event.preventDefault();
  if (!screen.contains(place)) {
    history.pushState(null, "", link.hash);
    leave();
  }
  focusOn(place);
  place.scrollIntoView();
}

/** @param {Event} event */
function linkOf({ target }) {
  return target instanceof Element ? target.closest("a") : null;
}

/**
 * @param {HTMLElement} screen
 * @param {string} sign the words of the sign; empty for none
 */
function nameSign(screen, sign) {
  const slot = screen.querySelector("[data-slot=sign]");
  if (slot) slot.textContent = sign.trim();
  screen.querySelector("[data-slot=sign-line]")?.toggleAttribute("hidden", !sign);
}

/**
 * @param {HTMLElement} root
 * @param {Map<string, HTMLElement>} screens
 * @param {HTMLElement} shown the page or one of the screens
 */
function show(root, screens, shown) {
  for (const one of [root, ...screens.values()]) one.hidden = one !== shown;
  scrollTo(0, 0);
  const heading = shown.querySelector("h1");
  if (heading) focusOn(heading);
}
