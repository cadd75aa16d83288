// @ts-check
import { focusOn } from "../core/focus.js";
import { mountAll } from "../core/mount.js";

const ACT = "act";

/**
 * A tick on an emergency sign puts "what to do" in the place of the page; the browser's back button leads
 * back. Which screen shows is kept in the history entry, so that it is still there after a phone call; the
 * tick itself is taken off at once and kept nowhere.
 *
 * @param {HTMLElement} root
 * @param {Record<string, (root: HTMLElement) => void>} behaviours for the parts of the screen
 */
export function mount(root, behaviours) {
  const screen = buildScreen();
  if (!screen) return;
  root.after(screen);
  mountAll(screen, behaviours);
  for (const hint of root.querySelectorAll("[data-shown-by-script]")) hint.removeAttribute("hidden");

  /** @type {HTMLElement} */
  let origin = root;
  root.addEventListener("change", (event) => {
    const box = event.target;
    if (!(box instanceof HTMLInputElement) || box.type !== "checkbox" || !box.checked) return;
    box.checked = false;
    origin = box;
    name(screen, box.labels?.[0]?.textContent ?? "");
    history.pushState({ screen: ACT }, "");
    show(screen, root);
  });
  addEventListener("popstate", (event) => {
    if (event.state?.screen === ACT) show(screen, root);
    else if (!screen.hidden) leave(screen, root, origin);
  });
  addEventListener("pagehide", () => name(screen, ""));
  screen.querySelector("[data-slot=back]")?.addEventListener("click", () => history.back());
  if (history.state?.screen === ACT) show(screen, root);
}

/** @returns {HTMLElement | null} */
function buildScreen() {
  const template = document.getElementById("act-screen");
  if (!(template instanceof HTMLTemplateElement)) return null;
  const copy = template.content.firstElementChild?.cloneNode(true);
  return copy instanceof HTMLElement ? copy : null;
}

/**
 * @param {HTMLElement} screen
 * @param {string} sign the words of the sign; empty for none
 */
function name(screen, sign) {
  const slot = screen.querySelector("[data-slot=sign]");
  if (slot) slot.textContent = sign.trim();
  screen.querySelector("[data-slot=sign-line]")?.toggleAttribute("hidden", !sign);
}

/**
 * @param {HTMLElement} screen
 * @param {HTMLElement} root
 */
function show(screen, root) {
  root.hidden = true;
  screen.hidden = false;
  scrollTo(0, 0);
  const heading = screen.querySelector("h1");
  if (heading) focusOn(heading);
}

/**
 * @param {HTMLElement} screen
 * @param {HTMLElement} root
 * @param {HTMLElement} origin what was ticked
 */
function leave(screen, root, origin) {
  screen.hidden = true;
  root.hidden = false;
  const heading = root.querySelector("h1");
  if (origin !== root) origin.focus();
  else if (heading) focusOn(heading);
}
