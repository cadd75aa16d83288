// @ts-check
import { find, slot } from "../core/dom.js";
import { writeSetting } from "../core/settings.js";
import { hasVoice, localVoice } from "../device/voice.js";
import { readWishes } from "./how.js";
import { drawLine } from "./line-view.js";
import { itemsOf, lineUp } from "./lines.js";
import { part } from "./screens.js";
import { lengthOf, makeTimeline } from "./timeline.js";
import { words } from "./words.js";

/** @typedef {import("./lines.js").Line} Line */

/**
 * Show what is coming, and follow what the person chooses.
 *
 * @param {HTMLElement} root
 * @param {import("./pages.js").Plan} plan
 * @param {import("./lines.js").Choices} choices changed in place
 * @param {{cautions: string[], lacking: string[]}} body
 * @param {"unknown" | "unread" | "known"} known what is known of the body
 * @returns {Promise<void>} when it is drawn for the first time
 */
export async function mountBefore(root, plan, choices, body, known) {
  const list = part(root, "lines");
  const draw = async () => {
    const lines = await lineUp(plan, choices, body);
    const focused = document.activeElement?.id;
    list.replaceChildren(...lines.map((line) => drawLine(root, line)));
    if (focused) document.getElementById(focused)?.focus();
    sayLength(root, lines);
    sayBody(root, lines, known);
  };
  const warmUp = part(root, "warm-up");
  warmUp.hidden = choices.warmUp === null;
  find(warmUp, "input", HTMLInputElement).checked = Boolean(choices.warmUp);
  part(root, "wishes").addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
    choose(target, choices);
    void draw();
  });
  list.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest("[data-do]") : null;
    if (!(button instanceof HTMLElement)) return;
    press(button, choices);
    void draw();
  });
  await draw();
  // Steps that are read aloud take their time; a device may tell late that it has a voice.
  if (!hasVoice()) void localVoice().then((voice) => voice && draw());
}

/**
 * @param {HTMLInputElement | HTMLSelectElement} control
 * @param {import("./lines.js").Choices} choices
 */
function choose(control, choices) {
  const [kind, place] = control.name.split(":");
  const checked = control instanceof HTMLInputElement && control.checked;
  if (kind === "warm-up") choices.warmUp = checked;
  if (kind === "include") choices.included[place] = checked;
  if (kind === "choice") choices.chosen[place] = control.value;
}

/**
 * @param {HTMLElement} button
 * @param {import("./lines.js").Choices} choices
 */
function press({ dataset }, choices) {
  const place = Number(dataset.place);
  if (dataset.do === "anyway") choices.anyway.push(place);
  if (dataset.do === "as-suits") choices.anyway.splice(choices.anyway.indexOf(place), 1);
  if (dataset.do === "forget-swap") writeSetting(`mine:swap:${dataset.swap}`, "");
}

/**
 * @param {HTMLElement} root
 * @param {Line[]} lines
 */
function sayLength(root, lines) {
  const items = itemsOf(lines);
  const minutes = String(Math.max(1, Math.round(lengthOf(makeTimeline(items, readWishes())) / 60)));
  part(root, "minutes").textContent = words(root, items.length === 1 ? "minutes-one" : "minutes", { minutes, count: String(items.length) });
  find(root, '[data-do="start"]', HTMLButtonElement).disabled = items.length === 0;
}

/**
 * @param {HTMLElement} root
 * @param {Line[]} lines
 * @param {"unknown" | "unread" | "known"} known
 */
function sayBody(root, lines, known) {
  const changed = lines.some(({ decision, included }) => included && decision && decision.reasons.length);
  const name = known !== "known" ? known : itemsOf(lines).length === 0 ? "nothing-left" : changed ? "changed" : "";
  part(root, "body-notice").replaceChildren(...(name ? [slot(root, `body-${name}`, {})] : []));
}
