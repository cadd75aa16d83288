// @ts-check

/**
 * Where the parts of a chart stand: numbers only, so that it can be tested without drawing.
 *
 * @typedef {{left: number, right: number, top: number, bottom: number}} Plot edges of the part that holds the data
 * @typedef {{x: number, y: number}} Spot
 * @typedef {{day: number, value: number}} DayValue
 */

/**
 * Return functions from days and values to places.
 *
 * @param {Plot} plot
 * @param {{from: number, to: number}} days
 * @param {{min: number, max: number}} values
 */
export function scales(plot, { from, to }, { min, max }) {
  const width = plot.right - plot.left;
  const height = plot.bottom - plot.top;
  return {
    x: (/** @type {number} */ day) => round(plot.left + (width * (day - from)) / Math.max(1, to - from)),
    y: (/** @type {number} */ value) => round(plot.bottom - (height * (value - min)) / Math.max(1, max - min)),
  };
}

/**
 * Return the path of a line, broken where more than a week is without a value.
 *
 * @param {DayValue[]} series by day
 * @param {{x: (day: number) => number, y: (value: number) => number}} scale
 * @param {number} [longest] gap in days
 */
export function linePath(series, scale, longest = 7) {
  return series
    .map(({ day, value }, index) => {
      const joins = index > 0 && day - series[index - 1].day <= longest;
      return `${joins ? "L" : "M"}${scale.x(day)} ${scale.y(value)}`;
    })
    .join("");
}

/**
 * Return the path of a band around a line, in pieces like the line.
 *
 * @param {DayValue[]} series by day
 * @param {{x: (day: number) => number, y: (value: number) => number}} scale
 * @param {number} half how far the band reaches up and down, in values
 * @param {{min: number, max: number}} values where it is cut off
 * @param {number} [longest] gap in days
 */
export function bandPath(series, scale, half, { min, max }, longest = 7) {
  const pieces = splitAtGaps(series, longest).filter((piece) => piece.length > 1);
  return pieces
    .map((piece) => {
      const upper = piece.map(({ day, value }) => `${scale.x(day)} ${scale.y(Math.min(max, value + half))}`);
      const lower = piece.map(({ day, value }) => `${scale.x(day)} ${scale.y(Math.max(min, value - half))}`);
      return `M${[...upper, ...lower.reverse()].join("L")}Z`;
    })
    .join("");
}

/**
 * @param {DayValue[]} series
 * @param {number} longest
 */
function splitAtGaps(series, longest) {
  /** @type {DayValue[][]} */
  const pieces = [];
  series.forEach((one, index) => {
    if (index === 0 || one.day - series[index - 1].day > longest) pieces.push([]);
    pieces[pieces.length - 1].push(one);
  });
  return pieces;
}

/**
 * Return one path with a mark at each value: one element, however many there are.
 *
 * @param {DayValue[]} series
 * @param {{x: (day: number) => number, y: (value: number) => number}} scale
 * @param {"round" | "square"} shape
 * @param {number} size half of the width
 */
export function marksPath(series, scale, shape, size) {
  return series
    .map(({ day, value }) => {
      const [x, y] = [scale.x(day), scale.y(value)];
      if (shape === "square") return `M${x - size} ${y - size}h${2 * size}v${2 * size}h${-2 * size}Z`;
      return `M${x - size} ${y}a${size} ${size} 0 1 0 ${2 * size} 0a${size} ${size} 0 1 0 ${-2 * size} 0Z`;
    })
    .join("");
}

/**
 * Return bars that stand side by side from one day to another.
 *
 * @param {DayValue[]} series
 * @param {{x: (day: number) => number, y: (value: number) => number}} scale
 * @param {{wide: number, least: number}} size how many days a bar takes, and how wide it is at least
 * @param {number} bottom
 */
export function barsOf(series, scale, { wide, least }, bottom) {
  return series.map(({ day, value }) => {
    const room = scale.x(day + wide) - scale.x(day);
    const width = round(Math.max(least, room * 0.7));
    return { x: round(scale.x(day) + (room - width) / 2), y: scale.y(value), width, height: round(bottom - scale.y(value)), value };
  });
}

/**
 * Return the days to name below a chart: about `most`, evenly apart, the last among them.
 *
 * @param {number} from
 * @param {number} to
 * @param {number} most
 */
export function dayTicks(from, to, most) {
  const step = Math.max(1, Math.ceil((to - from) / Math.max(1, most - 1)));
  const ticks = [];
  for (let day = to; day >= from; day -= step) ticks.unshift(day);
  return ticks;
}

/** @param {number} value */
function round(value) {
  return Math.round(value * 10) / 10;
}
