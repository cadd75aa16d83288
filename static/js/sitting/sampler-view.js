// @ts-check
import { announce } from "../core/announce.js";
import { find } from "../core/dom.js";
import { leftText, phrase } from "../core/phrases.js";
import { showPhase } from "./panels.js";

/**
 * Draw the sampler as it is now.
 *
 * @param {HTMLElement} root
 * @param {Sitting.Sample | null} state
 * @param {number} now
 * @param {string} chosen slug of the position that is set up, "saved" after a try, or empty
 */
export function showSample(root, state, now, chosen) {
  const idle = chosen === "saved" ? "saved" : chosen ? "before" : "choose";
  showPhase(root, state?.phase ?? idle);
  if (!state) return;
  const left = Math.max(0, state.until - now);
  find(root, "[data-clock]", HTMLElement).textContent = leftText(left);
  const share = state.length ? (left / state.length) * 100 : 0;
  find(root, "[data-ring]", SVGElement).setAttribute("stroke-dasharray", `${Math.min(100, share).toFixed(2)} 100`);
}

/**
 * Put the name and the set-up of a position into the panels.
 *
 * @param {HTMLElement} root
 * @param {{slug: string, title: string, element: HTMLElement}} position
 */
export function prepare(root, { title, element }) {
  for (const place of root.querySelectorAll("[data-name]")) place.textContent = title;
  const steps = element.querySelector("template[data-set-up]");
  if (!(steps instanceof HTMLTemplateElement)) return;
  for (const place of root.querySelectorAll("[data-set-up-here]")) place.replaceChildren(steps.content.cloneNode(true));
}

/**
 * Say how a try was kept, and offer a different position.
 *
 * @param {HTMLElement} root
 * @param {Journal.Data} kept
 * @param {{slug: string, title: string} | null} next
 */
export function showOutcome(root, kept, next) {
  find(root, "[data-warning]", HTMLElement).hidden = kept.leg !== "down";
  const offer = find(root, "[data-next]", HTMLElement);
  offer.hidden = next === null;
  if (next) {
    find(offer, "[data-next-name]", HTMLElement).textContent = next.title;
    find(offer, "[data-act=try]", HTMLElement).dataset.slug = next.slug;
  }
  announce(phrase(root, kept.leg === "down" ? "say-down" : "say-kept"));
}
