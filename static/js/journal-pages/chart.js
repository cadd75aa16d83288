// @ts-check
import { bandPath, barsOf, linePath, marksPath, scales } from "./chart-layout.js";

const SVG = "http://www.w3.org/2000/svg";

/** @typedef {import("./chart-layout.js").DayValue} DayValue */

/**
 * @typedef {object} Chart
 * @property {string} label what it shows, in words
 * @property {number} from first day
 * @property {number} to last day
 * @property {number} max of the values, which begin at 0
 * @property {{value: number, text: string}[]} rows named at the side
 * @property {{day: number, text: string}[]} columns named below
 * @property {number} height in lines of text
 * @property {DayValue[]} [band] middle of the band of measuring error
 * @property {number} [error] half of that band
 * @property {DayValue[]} [line]
 * @property {boolean} [dashed]
 * @property {DayValue[]} [marks]
 * @property {"round" | "square"} [shape]
 * @property {DayValue[]} [bars]
 * @property {number} [wide] days that a bar takes
 * @property {boolean} [hollow] bars with an edge only
 * @property {boolean} [counted] bars with their number above
 * @property {number} [goal] a line across
 */

/**
 * Draw a chart into a box, and again when the box changes its width.
 *
 * @param {HTMLElement} box
 * @param {Chart} chart
 */
export function drawChart(box, chart) {
  let drawn = 0;
  const draw = () => {
    const width = Math.round(box.clientWidth);
    if (!width || width === drawn) return;
    drawn = width;
    box.replaceChildren(svgOf(chart, width, parseFloat(getComputedStyle(box).fontSize)));
  };
  draw();
  watched.get(box)?.disconnect();
  const watcher = new ResizeObserver(draw);
  watcher.observe(box);
  watched.set(box, watcher);
}

/** @type {WeakMap<HTMLElement, ResizeObserver>} */
const watched = new WeakMap();

/**
 * @param {Chart} chart
 * @param {number} width
 * @param {number} em size of the text in pixels
 */
function svgOf(chart, width, em) {
  const side = em * (1.3 + Math.max(...chart.rows.map(({ text }) => text.length)) * 0.55);
  // Large text on a narrow screen: the names stand above their lines instead of beside them.
  const inside = side > width * 0.45;
  const height = Math.round((inside ? chart.rows.length * 1.9 + 3 : chart.height) * em);
  const plot = {
    left: inside ? em * 0.5 : side,
    right: width - em * 1.2,
    top: inside ? em * 1.6 : em,
    bottom: height - em * 1.9,
  };
  const bars = Boolean(chart.bars);
  const days = { from: chart.from, to: chart.to + (bars ? (chart.wide ?? 1) : 0) };
  const scale = scales(plot, days, { min: 0, max: chart.max });
  const svg = element("svg", { viewBox: `0 0 ${width} ${height}`, width, height, role: "img", "aria-label": chart.label });
  svg.append(...frame(chart, scale, plot, { em, inside }));
  if (chart.band) add(svg, "chart__band", bandPath(chart.band, scale, chart.error ?? 0, { min: 0, max: chart.max }));
  if (chart.line) add(svg, chart.dashed ? "chart__line chart__line--dashed" : "chart__line", linePath(chart.line, scale));
  if (chart.marks) {
    const size = Math.min(4, Math.max(1.5, (plot.right - plot.left) / (chart.marks.length * 4 + 1)));
    add(svg, "chart__marks", marksPath(chart.marks, scale, chart.shape ?? "round", size));
  }
  if (chart.bars) svg.append(...drawBars(chart, scale, plot));
  if (chart.goal !== undefined) {
    const y = scale.y(chart.goal);
    svg.append(element("path", { class: "chart__goal", d: `M${plot.left} ${y}H${plot.right}` }));
  }
  return svg;
}

/**
 * @param {Chart} chart
 * @param {ReturnType<typeof scales>} scale
 * @param {import("./chart-layout.js").Plot} plot
 * @param {{em: number, inside: boolean}} text
 */
function frame({ rows, columns, bars, wide = 1 }, scale, plot, { em, inside }) {
  const place = (/** @type {number} */ value) =>
    inside
      ? { x: plot.left, y: scale.y(value) - em * 0.35, "text-anchor": "start" }
      : { x: plot.left - em * 0.8, y: scale.y(value) + em * 0.32, "text-anchor": "end" };
  const half = bars ? wide / 2 : 0;
  return [
    ...rows.map(({ value }) => element("path", { class: "chart__grid", d: `M${plot.left} ${scale.y(value)}H${plot.right}` })),
    ...rows.map(({ value, text }) => word(text, place(value))),
    ...columns.map(({ day, text }) =>
      word(text, { x: Math.min(scale.x(day + half), plot.right - em), y: plot.bottom + em * 1.4, "text-anchor": "middle" }),
    ),
  ];
}

/**
 * @param {Chart} chart
 * @param {ReturnType<typeof scales>} scale
 * @param {import("./chart-layout.js").Plot} plot
 */
function drawBars({ bars = [], wide = 1, hollow, counted }, scale, plot) {
  const className = hollow ? "chart__bar chart__bar--hollow" : "chart__bar";
  return barsOf(bars, scale, { wide, least: 2 }, plot.bottom).flatMap(({ value, ...box }) => [
    element("rect", { class: className, ...box }),
    ...(counted ? [word(String(value), { x: box.x + box.width / 2, y: box.y - 3, "text-anchor": "middle" })] : []),
  ]);
}

/**
 * @param {Element} svg
 * @param {string} className
 * @param {string} path
 */
function add(svg, className, path) {
  if (path) svg.append(element("path", { class: className, d: path }));
}

/**
 * @param {string} text
 * @param {Record<string, string | number>} attributes
 */
function word(text, attributes) {
  const node = element("text", { class: "chart__word", ...attributes });
  node.textContent = text;
  return node;
}

/**
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 */
function element(name, attributes) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
  return node;
}
