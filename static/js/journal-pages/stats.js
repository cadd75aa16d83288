// @ts-check

/**
 * Return the median, or null of nothing.
 *
 * @param {number[]} values
 */
export function median(values) {
  if (values.length === 0) return null;
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** @typedef {{day: number, value: number}} DayValue */

/**
 * Return for each day the median of the values of that day and the six before it.
 *
 * @param {DayValue[]} series by day, oldest first
 * @param {number} [span] days
 * @returns {DayValue[]}
 */
export function rollingMedian(series, span = 7) {
  let first = 0;
  return series.map(({ day }, last) => {
    while (series[first].day <= day - span) first += 1;
    const values = series.slice(first, last + 1).map(({ value }) => value);
    return { day, value: /** @type {number} */ (median(values)) };
  });
}

/** @typedef {{n: number, median: number, low: number, high: number}} Estimate */

/**
 * Return the median of paired differences with the interval that the sign test gives: from the k-th smallest to the
 * k-th largest difference, with the largest k for which 1 - 2 P(B < k) is at least 95 %, where B counts heads in n
 * tosses of a fair coin. It assumes nothing of the shape of the differences (Conover, Practical Nonparametric
 * Statistics, 3rd ed., section 3.2).
 *
 * @param {number[]} differences
 * @returns {Estimate | null} null below 6, where no such interval reaches 95 %
 */
export function signInterval(differences) {
  const n = differences.length;
  const k = signRank(n);
  if (k === 0) return null;
  const sorted = [...differences].sort((one, other) => one - other);
  return { n, median: /** @type {number} */ (median(sorted)), low: sorted[k - 1], high: sorted[n - k] };
}

/**
 * Return the rank of the sign interval's ends; 0 where there is none. Beyond 500 by the normal approximation.
 *
 * @param {number} n
 */
export function signRank(n) {
  if (n > 500) return Math.floor(n / 2 - 0.98 * Math.sqrt(n));
  let tail = 0;
  let term = 0.5 ** n;
  for (let k = 1; k <= n; k += 1) {
    tail += term;
    if (tail > 0.025) return k - 1;
    term *= (n - k + 1) / k;
  }
  return 0;
}

/**
 * Return the difference of two groups' medians (second less first) with the middle 95 % of the same difference in
 * 1,000 samples drawn from each group with replacement (percentile bootstrap; Efron and Tibshirani, 1993, chapter 13).
 * The draws are the same every time.
 *
 * @param {number[]} first
 * @param {number[]} second
 * @returns {Estimate | null} null where a group is empty
 */
export function medianDifference(first, second) {
  const [one, other] = [median(first), median(second)];
  if (one === null || other === null) return null;
  const random = seeded(first.length * 65_537 + second.length);
  const draws = Array.from({ length: 1_000 }, () => drawnMedian(second, random) - drawnMedian(first, random));
  draws.sort((a, b) => a - b);
  return { n: first.length + second.length, median: other - one, low: draws[24], high: draws[975 - 1] };
}

/**
 * Say whether a difference is one: only where the whole interval lies on one side of 0.
 *
 * @param {{low: number, high: number}} estimate
 * @returns {"less" | "more" | "unclear"}
 */
export function verdictOf({ low, high }) {
  if (high < 0) return "less";
  return low > 0 ? "more" : "unclear";
}

/**
 * @param {number[]} values
 * @param {() => number} random
 */
function drawnMedian(values, random) {
  const drawn = values.map(() => values[Math.floor(random() * values.length)]);
  return /** @type {number} */ (median(drawn));
}

/**
 * Return a function that gives numbers from 0 to 1, the same after every start (mulberry32).
 *
 * @param {number} seed
 */
function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
