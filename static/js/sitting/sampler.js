// @ts-check
import { announce } from "../core/announce.js";
import { find } from "../core/dom.js";
import { chime, readySound, vibrate } from "./cues.js";
import { phrase } from "./phrases.js";
import { runKept } from "./run.js";
import { readCautions, readPositions, seatOf, showChoice } from "./sampler-choice.js";
import { makeList } from "./sampler-list.js";
import { keepTry, numberOf } from "./sampler-save.js";
import { advance, beginTry, endTry } from "./sampler-state.js";
import { prepare, showOutcome, showSample } from "./sampler-view.js";
import { nextOf } from "./shortlist.js";

/** @typedef {ReturnType<typeof readPositions>[number]} Position */

/**
 * The position sampler's page.
 *
 * @param {HTMLElement} root
 */
export async function mount(root) {
  const positions = readPositions(root);
  const list = makeList(root, positions);
  /** What is chosen: the slug of a position, "saved" after a try, or nothing; and what was told about the body. */
  const page = { chosen: "", cautions: /** @type {string[]} */ ([]) };
  const draw = (/** @type {Sitting.Sample | null} */ state, /** @type {number} */ now) => showSample(root, state, now, page.chosen);
  const run = runKept({ name: "sampler", advance, show: draw, give: () => tellOver(root) });
  const choose = (/** @type {string} */ slug) => {
    const position = positions.find((one) => one.slug === slug);
    page.chosen = position ? slug : "";
    if (position) prepare(root, position);
    draw(run.state(), Date.now());
  };
  listen(root, { ...actsOf(root, run, page, positions, list), try: (button) => choose(button.dataset.slug ?? ""), list: () => choose("") });
  find(root, "[data-seat-form]", HTMLFormElement).addEventListener("change", () => void showChoice(root, positions, page.cautions));

  choose(run.state()?.position ?? new URLSearchParams(location.search).get("position") ?? "");
  showChoice(root, positions, page.cautions);
  find(root, "[data-panels]", HTMLElement).hidden = false;
  page.cautions = await readCautions();
  showChoice(root, positions, page.cautions);
  await list.refresh();
}

/**
 * @param {HTMLElement} root
 * @param {Record<string, (button: HTMLElement) => unknown>} acts
 */
function listen(root, acts) {
  root.addEventListener("submit", (event) => event.preventDefault());
  root.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("[data-act]") : null;
    if (!(button instanceof HTMLElement)) return;
    readySound();
    Promise.resolve(acts[button.dataset.act ?? ""]?.(button)).catch(reportError);
  });
}

/**
 * @param {HTMLElement} root
 * @param {{state: () => Sitting.Sample | null, change: (next: Sitting.Sample | null) => void}} run
 * @param {{chosen: string, cautions: string[]}} page
 * @param {Position[]} positions
 * @param {ReturnType<typeof makeList>} list
 */
function actsOf(root, run, page, positions, list) {
  return {
    begin() {
      const form = find(root, "[data-before-form]", HTMLFormElement);
      const minutes = numberOf(form, "minutes") ?? 15;
      run.change(beginTry(Date.now(), page.chosen, seatOf(root), minutes, numberOf(form, "before")));
      form.reset();
    },
    over() {
      const state = run.state();
      if (state) run.change(endTry(state, Date.now()));
    },
    async save() {
      const state = run.state();
      const position = positions.find((one) => one.slug === state?.position);
      const kept = state && position ? await keepTry(root, state, position) : null;
      if (!kept || !position) return;
      page.chosen = "saved";
      run.change(null);
      await list.refresh();
      showOutcome(root, kept, nextOf(showChoice(root, positions, page.cautions), position.slug, list.sums()));
    },
    star: (/** @type {HTMLElement} */ button) => list.turnStar(button.dataset.star ?? ""),
  };
}

/** @param {HTMLElement} root */
function tellOver(root) {
  chime("rising");
  vibrate([200, 100, 200]);
  announce(phrase(root, "say-over"), { urgent: true });
}
