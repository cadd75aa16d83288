// @ts-check
import { find, slot } from "../core/dom.js";
import { clockText, locale, phrase } from "../core/phrases.js";

const MINUTE = 60_000;

/** @typedef {{kind: string, at: number, minutes: number, driven: number}} Step */

/**
 * Show a plan as a list in order of time.
 *
 * @param {HTMLElement} root
 * @param {Step[]} steps
 * @param {string} zone
 */
export function showPlan(root, steps, zone) {
  const place = find(root, "[data-plan]", HTMLElement);
  const items = steps.map(({ kind, at, minutes, driven }) => {
    const item = slot(root, `step-${kind}`, { at: clockText(at), minutes: String(minutes), driven: hoursText(driven) });
    find(item, "time", HTMLTimeElement).dateTime = new Date(at).toISOString();
    return item;
  });
  find(place, "[data-steps]", HTMLElement).replaceChildren(...items);
  const day = new Intl.DateTimeFormat(locale(), { dateStyle: "full" }).format(steps[0].at);
  find(place, "[data-day]", HTMLElement).textContent = day;
  find(place, "[data-zone]", HTMLElement).textContent = zone.replaceAll("_", " ");
  place.hidden = false;
}

/**
 * Return a plan as events of a calendar.
 *
 * @param {HTMLElement} root
 * @param {Step[]} steps
 * @param {string} link
 */
export function eventsOf(root, steps, link) {
  const made = crypto.randomUUID();
  return steps.map(({ kind, at, minutes }, index) => ({
    uid: `${made}-${index}@hipcare`,
    start: at,
    end: at + minutes * MINUTE,
    title: phrase(root, `event-${kind}`),
    text: phrase(root, `event-text-${kind}`),
    link,
    alarms: [0],
  }));
}

/** @param {number} minutes */
function hoursText(minutes) {
  const part = (/** @type {number} */ value, /** @type {string} */ unit) =>
    new Intl.NumberFormat(locale(), { style: "unit", unit, unitDisplay: "short" }).format(value);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours && part(hours, "hour"), (rest || !hours) && part(rest, "minute")].filter(Boolean).join(" ");
}
