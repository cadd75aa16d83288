// @ts-check
import { announce } from "../core/announce.js";
import { find, slot } from "../core/dom.js";
import { focusOn } from "../core/focus.js";
import { mountAll } from "../core/mount.js";
import { mountBuilder } from "./my-routines-builder.js";
import { mountTicks } from "./my-routines-ticks.js";
import { mountTurns } from "./my-routines-turns.js";
import { readProfile, writeProfile } from "./profile.js";

/** @typedef {import("./profile.js").OwnRoutine} OwnRoutine */

/** @param {HTMLElement} root */
async function mount(root) {
  mountTurns(root);
  /** @type {import("./profile.js").Profile} */
  const profile = await readProfile().catch(() => ({}));
  /** @type {OwnRoutine[]} */
  let routines = profile.routines ?? [];
  const list = find(root, '[data-part="routines"]', HTMLElement);

  const keep = async (/** @type {OwnRoutine[]} */ next) => {
    if (!(await write(root, { routines: next }))) return false;
    routines = next;
    drawList(root, list, routines);
    return true;
  };
  const builder = mountBuilder(root, async (routine) => {
    const others = routines.filter(({ id }) => id !== routine.id);
    const at = routines.findIndex(({ id }) => id === routine.id);
    if (!(await keep(others.toSpliced(at < 0 ? others.length : at, 0, routine)))) return false;
    focusOn(find(root, "#mine", HTMLElement));
    return true;
  });
  list.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest("[data-do]") : null;
    const id = target instanceof Element ? target.closest("li")?.dataset.id : "";
    const routine = routines.find((one) => one.id === id);
    if (!routine || !(button instanceof HTMLElement)) return;
    if (button.dataset.do === "change") builder.load(routine);
    if (button.dataset.do === "delete") void remove(root, routine, routines, keep);
  });
  mountTicks(root, profile, (fields) => write(root, fields));
  drawList(root, list, routines);
  for (const name of ["mine", "builder", "favourites", "equipment"]) find(root, `[data-part="${name}"]`, HTMLElement).inert = false;
}

/**
 * @param {HTMLElement} root
 * @param {OwnRoutine} routine
 * @param {OwnRoutine[]} before
 * @param {(routines: OwnRoutine[]) => Promise<boolean>} keep
 */
async function remove(root, routine, before, keep) {
  if (!(await keep(before.filter((one) => one !== routine)))) return;
  const undo = say(root, "deleted", { title: routine.title }).querySelector('[data-do="undo"]');
  if (!(undo instanceof HTMLElement)) return;
  undo.focus();
  undo.addEventListener("click", () => {
    void keep(before);
    focusOn(find(root, "#mine", HTMLElement));
  });
}

/**
 * @param {HTMLElement} root
 * @param {import("./profile.js").Profile} fields
 * @returns {Promise<boolean>} whether they are kept
 */
async function write(root, fields) {
  try {
    await writeProfile(fields);
    say(root, "kept", {});
    return true;
  } catch {
    say(root, "not-kept", {});
    return false;
  }
}

/**
 * @param {HTMLElement} root
 * @param {string} name
 * @param {Record<string, string>} texts
 */
function say(root, name, texts) {
  const said = find(root, '[data-part="said"]', HTMLElement);
  said.replaceChildren(slot(root, name, texts));
  announce(said.firstChild?.textContent ?? "");
  return said;
}

/**
 * @param {HTMLElement} root
 * @param {HTMLElement} list
 * @param {OwnRoutine[]} routines
 */
function drawList(root, list, routines) {
  const rules = new Intl.PluralRules(document.documentElement.lang);
  list.replaceChildren(
    ...routines.map(({ id, title, steps }) => {
      const words = slot(root, rules.select(steps.length) === "one" ? "count-one" : "count-many", { count: String(steps.length) });
      const card = slot(root, "routine", { title, count: words.textContent ?? "" });
      const link = find(card, "[data-link]", HTMLAnchorElement);
      link.href = `${link.getAttribute("href")}?id=${encodeURIComponent(id)}`;
      find(card, "li", HTMLElement).dataset.id = id;
      return card;
    }),
  );
  find(root, '[data-part="none"]', HTMLElement).hidden = routines.length > 0;
}

mountAll(document, { "my-routines": (root) => void mount(root) });
