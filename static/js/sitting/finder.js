// @ts-check

/**
 * Which positions to offer; the server's rules are in `apps/sitting/finder.py`, and
 * `tests/vectors/sitting.json` holds cases for both.
 *
 * @typedef {{slug: string, seats: string[], maySuit: string[], mayNotSuit: string[], notFor: string[], gear: string[]}} Position
 */

/** @type {Record<string, string>} an answer to "what worsens it?", and the caution that it stands for */
const RULED_OUT_BY = {
  "hip-replacement": "hip-replacement",
  "outer-hip": "lateral-hip-pain",
  "groin-pinch": "hip-impingement",
  knees: "knee-pain",
  "leaning-back-worse": "extension-sensitive",
};

/** @type {Record<string, string>} a question, and what a "no" to it means is missing */
const GEAR_QUESTIONS = { raise: "raised-desk", kneel: "kneeling-place" };

/**
 * @param {FormData} answers
 * @returns {string[]} what somebody has said is not there
 */
export function missingGear(answers) {
  return Object.keys(GEAR_QUESTIONS).filter((name) => answers.get(name) === "no").map((name) => GEAR_QUESTIONS[name]);
}

/**
 * @template {Position} P
 * @param {P[]} positions in the guide's order
 * @param {string} seat "" for any
 * @param {string[]} eases
 * @param {string[]} missing gear that is not there
 */
export function offer(positions, seat, eases, missing) {
  const cautions = eases.map((answer) => RULED_OUT_BY[answer]).filter(Boolean);
  const here = positions.filter((position) => !seat || position.seats.includes(seat));
  const leftOut = here.filter((position) => shared(position.notFor, cautions) || shared(position.gear, missing));
  const rest = here.filter((position) => !leftOut.includes(position));
  const mayNotSuit = rest.filter((position) => shared(position.mayNotSuit, eases));
  const fitting = rest.filter((position) => !mayNotSuit.includes(position));
  fitting.sort((one, other) => shared(other.maySuit, eases) - shared(one.maySuit, eases));
  return { fitting, mayNotSuit, leftOut };
}

/**
 * @param {string[]} some
 * @param {string[]} others
 * @returns {number} how many they share
 */
function shared(some, others) {
  return some.filter((one) => others.includes(one)).length;
}
