// @ts-check
import { phrase } from "../core/phrases.js";
import { dayTicks } from "./chart-layout.js";
import { dayText } from "./days.js";

const SHORT = /** @type {const} */ ({ day: "numeric", month: "short" });

/**
 * Return the days that a chart reaches over, and those that it names: hours where the period is one day.
 *
 * @param {HTMLElement} root
 * @param {import("./trends-data.js").Trends} trends
 * @param {string} period
 */
export function axes(root, { from, to }, period) {
  if (period !== "day") return { from, to, columns: columnsOf(root, from, to, 1) };
  const hours = [0, 6, 12, 18, 24].map((hour) => ({ day: to + hour / 24, text: phrase(root, "hour", { hour: String(hour) }) }));
  return { from: to, to: to + 1, columns: hours };
}

/**
 * Name as many days as there is room for.
 *
 * @param {HTMLElement} root
 * @param {number} from
 * @param {number} to
 * @param {number} unit days that a step takes at least
 */
export function columnsOf(root, from, to, unit) {
  const room = root.clientWidth / (parseFloat(getComputedStyle(root).fontSize) * 5.5);
  const most = Math.max(2, Math.min(7, Math.floor(room)));
  return dayTicks(from / unit, to / unit, most).map((tick) => ({ day: tick * unit, text: dayText(tick * unit, SHORT) }));
}

