// @ts-check
import { announce } from "../core/announce.js";
import { find } from "../core/dom.js";
import { phrase } from "../core/phrases.js";
import { chime, readySound, vibrate } from "./cues.js";
import { followDriving, isDriving } from "./driving.js";
import { reasons } from "./finder.js";
import { readCautions } from "./left-out.js";
import { runKept } from "./run.js";
import { offerSeats, readPositions, showChoice, showParked, takeSeat } from "./sampler-choice.js";
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
  const page = { chosen: "", cautions: await readCautions() };
  const draw = (/** @type {Sitting.Sample | null} */ state, /** @type {number} */ now) => showSample(root, state, now, page.chosen);
  const run = runKept({ name: "sampler", advance, show: draw, give: () => tellOver(root) });
  const choose = (/** @type {string} */ slug) => {
    const position = positions.find((one) => one.slug === slug);
    const state = run.state();
    // What does not fit the body is not set up, however it was asked for; a try that runs goes on.
    const fits = position && (state || !reasons(position, page.cautions).length);
    page.chosen = fits ? slug : "";
    if (fits) setUp(root, position, state);
    showChoice(root, positions, page.cautions, slug);
    draw(state, Date.now());
  };
  listen(root, { ...actsOf(root, run, page, positions, list), try: (button) => choose(button.dataset.slug ?? ""), list: () => choose("") });
  find(root, "[data-seat-form]", HTMLFormElement).addEventListener("change", () => void showChoice(root, positions, page.cautions));
  find(root, "#try-seat", HTMLSelectElement).addEventListener("change", ({ target }) => {
    const position = positions.find((one) => one.slug === page.chosen);
    if (position) showParked(root, position, /** @type {HTMLSelectElement} */ (target).value);
  });

  choose(run.state()?.position ?? new URLSearchParams(location.search).get("position") ?? "");
  followDriving((driving) => {
    const panels = find(root, "[data-panels]", HTMLElement);
    panels.hidden = driving;
    panels.inert = false;
    find(root, "[data-driving]", HTMLElement).hidden = !driving;
  });
  await list.refresh();
}

/**
 * @param {HTMLElement} root
 * @param {Position} position
 * @param {Sitting.Sample | null} state of a try that runs already
 */
function setUp(root, position, state) {
  if (state) takeSeat(root, state.seat);
  prepare(root, position);
  offerSeats(root, position);
  showParked(root, position, find(root, "#try-seat", HTMLSelectElement).value);
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
      const seat = find(form, "[name=seat]", HTMLSelectElement).value;
      takeSeat(root, seat);
      run.change(beginTry(Date.now(), page.chosen, seat, minutes, numberOf(form, "before")));
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
  if (isDriving()) return; // somebody at the wheel is told nothing but when to stop
  chime("rising");
  vibrate([200, 100, 200]);
  announce(phrase(root, "say-over"), { urgent: true });
}
