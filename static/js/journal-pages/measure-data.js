// @ts-check

/**
 * @typedef {object} Item
 * @property {string} code
 * @property {string} text as it was asked
 * @property {number} value
 * @property {string} [answer] in words, where the answers are words
 */

/**
 * Return a measure as a record's data.
 *
 * @param {string} instrument
 * @param {string} version
 * @param {Item[]} items those that were answered
 * @param {number | null} score
 * @param {Journal.Moment} at
 * @returns {Journal.Data}
 */
export function measureData(instrument, version, items, score, at) {
  return { at, instrument, version, items, ...(score === null ? {} : { score }) };
}

/**
 * Return the score of a measure: the mean of its answers, to two digits; null where a question is open.
 *
 * PEG: mean of three (Krebs 2009). Patient-Specific Functional Scale: mean of the activities that were named
 * (Stratford 1995). Pain and change: one number that stands for itself, so no score of several.
 *
 * @param {string} instrument
 * @param {number[]} values
 * @param {number} asked how many questions there are
 * @returns {number | null}
 */
export function scoreOf(instrument, values, asked) {
  if (values.length === 0 || instrument === "nprs") return null;
  if (instrument === "peg" && values.length < asked) return null;
  return Math.round((values.reduce((sum, value) => sum + value, 0) / values.length) * 100) / 100;
}

/**
 * Return the answer to "any change?" as a record's data.
 *
 * @param {string} question
 * @param {string} answer
 * @param {number} value 1 better, 0 the same, -1 worse
 * @param {Journal.Moment} at
 */
export function reviewData(question, answer, value, at) {
  return measureData("review", "1", [{ code: "change", text: question, value, answer }], value, at);
}
