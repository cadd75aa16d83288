// @ts-check
import { find, slot } from "../core/dom.js";
import { readWishes } from "./how.js";
import { itemsOf } from "./lines.js";
import { lengthOf, makeTimeline } from "./timeline.js";
import { reasonsInWords, roughTime, words } from "./words.js";

/** @typedef {import("./lines.js").Line} Line */

/**
 * Draw one step of the plan: what is played, what may be chosen, and what was changed.
 *
 * @param {HTMLElement} root
 * @param {Line} line
 */
export function drawLine(root, line) {
  const { step, move, named, place, included, decision } = line;
  const [item] = itemsOf([{ ...line, included: true }]);
  const title = step.type === "rest" ? words(root, "rest-title") : (move ?? named)?.title ?? step.stretch;
  const own = makeTimeline(item ? [item] : [], { ...readWishes(), ready: 0, read: false });
  const time = item ? roughTime(lengthOf(own)) : "";
  const drawn = slot(root, "line", { title, dose: time, note: item?.note || (move ? "" : step.note) });
  const element = find(drawn, "li", HTMLElement);
  find(element, '[data-tag="optional"]', HTMLElement).hidden = !step.optional;
  if (step.optional) element.append(tick(root, place, included));
  if (step.options.length) element.append(choice(root, line));
  if (decision && included) element.append(...change(root, line));
  return element;
}

/**
 * @param {HTMLElement} root
 * @param {number} place
 * @param {boolean} included
 */
function tick(root, place, included) {
  const drawn = slot(root, "include", {});
  const box = find(drawn, "input", HTMLInputElement);
  Object.assign(box, { name: `include:${place}`, id: `include-${place}`, checked: included });
  return drawn;
}

/**
 * @param {HTMLElement} root
 * @param {Line} line
 */
function choice(root, { step, place, move, titles }) {
  const drawn = slot(root, "choice", { prompt: step.prompt });
  const group = find(drawn, "fieldset", HTMLElement);
  for (const { stretch } of step.options) {
    const option = slot(root, "option", { title: titles[stretch] ?? stretch });
    const radio = find(option, "input", HTMLInputElement);
    Object.assign(radio, { name: `choice:${place}`, id: `choice-${place}-${stretch}`, value: stretch, checked: stretch === move?.slug });
    group.append(option);
  }
  return drawn;
}

/**
 * Say what was changed and why, with the way back.
 *
 * @param {HTMLElement} root
 * @param {Line} line
 */
function change(root, { decision, named, move, place, step, isAnyway, listed, titles }) {
  if (!decision || !named) return [];
  const button = (/** @type {string} */ name) => {
    const drawn = slot(root, name, { named: named.title });
    find(drawn, "button", HTMLElement).dataset.place = String(place);
    return drawn;
  };
  if (isAnyway) return [button("as-suits")];
  if (decision.outcome === "kept") {
    if (named.slug === listed || step.options.length) return [];
    const drawn = slot(root, "taken-before", { named: titles[listed] });
    find(drawn, "button", HTMLElement).dataset.swap = listed;
    return [drawn];
  }
  const texts = { named: named.title, reasons: reasonsInWords(root, decision.reasons), easier: move?.easier[0] ?? "" };
  return [slot(root, `change-${decision.outcome}`, texts), ...(decision.outcome === "adapted" ? [] : [button("anyway")])];
}
