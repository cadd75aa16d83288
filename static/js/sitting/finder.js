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
 * @param {string[]} [told] cautions of "About me", which only this device knows; they count like answers given here
 */
export function offer(positions, seat, eases, missing, told = []) {
  const answers = Object.keys(RULED_OUT_BY).filter((answer) => told.includes(RULED_OUT_BY[answer])).concat(eases);
  const against = whatIsAgainst(eases, missing, told);
  const here = positions.filter((position) => !seat || position.seats.includes(seat));
  const leftOut = here.filter((position) => reasons(position, against).length);
  const rest = here.filter((position) => !leftOut.includes(position));
  const mayNotSuit = rest.filter((position) => shared(position.mayNotSuit, answers));
  const fitting = rest.filter((position) => !mayNotSuit.includes(position));
  fitting.sort((one, other) => shared(other.maySuit, answers) - shared(one.maySuit, answers));
  return { fitting, mayNotSuit, leftOut };
}

/** @type {(eases: string[], missing: string[], told: string[]) => string[]} cautions that hold, and gear that is not there */
export function whatIsAgainst(eases, missing, told) {
  return [...eases.map((answer) => RULED_OUT_BY[answer]).filter(Boolean), ...told, ...missing];
}

/**
 * @param {{notFor: string[], gear?: string[]}} position
 * @param {string[]} against cautions that hold, and gear that is not there
 * @returns {string[]} why the position is left out; empty where it is not
 */
export function reasons({ notFor, gear = [] }, against) {
  return [...notFor, ...gear].filter((one) => against.includes(one));
}

/**
 * @param {string[]} some
 * @param {string[]} others
 * @returns {number} how many they share
 */
function shared(some, others) {
  return some.filter((one) => others.includes(one)).length;
}
