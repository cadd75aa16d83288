// @ts-check
import { phrase } from "../core/phrases.js";
import { numberText } from "./days.js";
import { median } from "./stats.js";
import { DETECTABLE } from "./trends-data.js";

/**
 * Say what a pain chart shows.
 *
 * @param {ParentNode} root
 * @param {"back" | "leg"} part
 * @param {import("./trends-data.js").Pain} pain
 * @param {boolean} oneDay
 */
export function painWords(root, part, { sum, weeks }, oneDay) {
  const name = phrase(root, `part-${part}`);
  if (!sum) return phrase(root, "pain-none", { part: name });
  const texts = { part: name, median: numberText(sum.median), low: numberText(sum.low), high: numberText(sum.high) };
  const words = [phrase(root, "pain-sum", { ...texts, days: String(sum.days) })];
  if (weeks && !oneDay) words.push(weeksChange(root, weeks));
  return words.join(" ");
}

/**
 * @param {ParentNode} root
 * @param {{now: number, before: number}} weeks
 */
function weeksChange(root, { now, before }) {
  const by = now - before;
  const name = Math.abs(by) < DETECTABLE ? "pain-week-same" : by < 0 ? "pain-week-less" : "pain-week-more";
  return phrase(root, name, { now: numberText(now), before: numberText(before), by: numberText(Math.abs(by)) });
}

/**
 * @param {ParentNode} root
 * @param {import("./stats.js").DayValue[]} reach
 * @param {(value: number) => string} name
 */
export function reachWords(root, reach, name) {
  if (reach.length === 0) return phrase(root, "reach-none");
  const furthest = Math.max(...reach.map(({ value }) => value));
  const last = reach[reach.length - 1].value;
  return phrase(root, "reach-sum", { furthest: name(furthest), last: name(last), days: String(reach.length) });
}

/**
 * @param {ParentNode} root
 * @param {{week: number, days: number}[]} weeks
 * @param {number} enough days that make a week full
 */
export function weeksWords(root, weeks, enough) {
  const now = weeks[weeks.length - 1]?.days ?? 0;
  const full = weeks.filter(({ days }) => days >= enough).length;
  const words = phrase(root, "weeks-sum", { now: String(now), enough: String(enough), full: String(full), weeks: String(weeks.length) });
  return now >= enough ? `${words} ${phrase(root, "weeks-full")}` : words;
}

/**
 * @param {ParentNode} root
 * @param {"sitting" | "driving"} part
 * @param {import("./stats.js").DayValue[]} values
 */
export function hoursWords(root, part, values) {
  const middle = median(values.map(({ value }) => value));
  if (middle === null) return phrase(root, `${part}-none`);
  const most = Math.max(...values.map(({ value }) => value));
  return phrase(root, `${part}-sum`, { median: numberText(middle), most: numberText(most), days: String(values.length) });
}
