// @ts-check
import { find } from "../core/dom.js";
import { wordOf } from "./codes.js";
import { axes, columnsOf } from "./chart-axes.js";
import { drawChart } from "./chart.js";
import { numberText } from "./days.js";
import { reachCode } from "./aggregate.js";
import { DETECTABLE, daysForFullWeek } from "./trends-data.js";
import { thinned } from "./trends-weeks.js";
import { hoursWords, painWords, reachWords, weeksWords } from "./trends-words.js";

/** @typedef {import("./trends-data.js").Trends} Trends */

/**
 * Show every chart with its words; `trends-table.js` says the same in tables.
 *
 * @param {HTMLElement} root
 * @param {import("./codes.js").Codes} codes
 * @param {Trends} trends
 * @param {{period: string, goal: number}} options goal: days a week
 */
export function showTrends(root, codes, trends, { period, goal }) {
  showPain(root, trends, period, "back");
  showPain(root, trends, period, "leg");
  showReach(root, codes, trends);
  showWeeks(root, trends, goal);
  showHours(root, trends, "sitting");
  showHours(root, trends, "driving");
}

/**
 * @param {HTMLElement} root
 * @param {Trends} trends
 * @param {string} period
 * @param {"back" | "leg"} part
 */
export function showPain(root, trends, period, part) {
  const pain = trends[part];
  const label = painWords(root, part, pain, period === "day");
  const hasBand = pain.rolling.length > 0;
  draw(root, part, label, pain.daily.length > 0, {
    ...axes(root, trends, period),
    max: 10,
    height: 11,
    rows: [0, 2, 4, 6, 8, 10].map((value) => ({ value, text: String(value) })),
    ...(hasBand ? { band: pain.rolling, error: DETECTABLE / 2, line: pain.rolling, dashed: part === "leg" } : {}),
    marks: thinned(pain.daily),
    shape: part === "leg" ? "square" : "round",
  });
}

/**
 * @param {HTMLElement} root
 * @param {import("./codes.js").Codes} codes
 * @param {Trends} trends
 */
function showReach(root, codes, trends) {
  const name = (/** @type {number} */ value) => wordOf(codes, "reach", reachCode(value));
  draw(root, "reach", reachWords(root, trends.reach, name), trends.reach.length > 0, {
    ...axes(root, trends, "days"),
    max: 5,
    height: 11,
    rows: [0, 1, 2, 3, 4, 5].map((value) => ({ value, text: name(value) })),
    marks: thinned(trends.reach, (values) => Math.max(...values)),
    shape: "square",
  });
}

/**
 * @param {HTMLElement} root
 * @param {Trends} trends
 * @param {number} goal days a week that the person would like
 */
function showWeeks(root, { weeks, from, to }, goal) {
  const enough = daysForFullWeek(goal);
  const bars = weeks.map(({ week, days }) => ({ day: week, value: days }));
  const first = bars[0]?.day ?? from;
  draw(root, "weeks", weeksWords(root, weeks, enough), bars.some(({ value }) => value > 0), {
    from: first,
    to: bars[bars.length - 1]?.day ?? to,
    columns: columnsOf(root, first, bars[bars.length - 1]?.day ?? to, 7),
    max: 7,
    height: 10,
    rows: [0, enough, 7].map((value) => ({ value, text: String(value) })),
    bars,
    wide: 7,
    counted: bars.length <= 14,
    goal: enough,
  });
}

/**
 * @param {HTMLElement} root
 * @param {Trends} trends
 * @param {"sitting" | "driving"} part
 */
function showHours(root, trends, part) {
  const values = trends[part];
  const most = Math.max(4, ...values.map(({ value }) => Math.ceil(value / 4) * 4));
  draw(root, part, hoursWords(root, part, values), values.length > 0, {
    ...axes(root, trends, "days"),
    max: most,
    height: 9,
    rows: [0, most / 2, most].map((value) => ({ value, text: numberText(value) })),
    bars: thinned(values),
    wide: thinned(values) === values ? 1 : 7,
    hollow: part === "driving",
  });
}

/**
 * @param {HTMLElement} root
 * @param {string} name
 * @param {string} label
 * @param {boolean} hasData
 * @param {Omit<import("./chart.js").Chart, "label">} chart
 */
function draw(root, name, label, hasData, chart) {
  const figure = find(root, `[data-chart=${name}]`, HTMLElement);
  find(figure, "[data-summary]", HTMLElement).textContent = label;
  for (const part of figure.querySelectorAll("[data-with-data]")) part.toggleAttribute("hidden", !hasData);
  if (hasData) drawChart(find(figure, "[data-plot]", HTMLElement), { label, ...chart });
}
