// @ts-check

/** @typedef {[string, string][]} Answers names and values of a form, in its order */

const SCORES = ["back", "leg", "stiffness", "sleep_quality"];
const HOURS = ["sleep_hours", "sitting_hours", "driving_hours"];
const WORDS = ["reach", "side"];
const LISTS = ["activities", "triggers"];
const OWN = [...SCORES, ...HOURS, ...WORDS, ...LISTS, "regions", "note"];

/**
 * Return the answers of the check-in as a record's data; what was not answered is left out.
 *
 * @param {Answers} answers
 * @param {Journal.Moment} at
 * @param {Journal.Data} [before] what a changed record held; fields that the form does not know stay
 * @returns {Journal.Data}
 */
export function checkInData(answers, at, before = {}) {
  const others = Object.fromEntries(Object.entries(before).filter(([name]) => !OWN.includes(name)));
  /** @type {Journal.Data} */
  const data = { ...others, at };
  for (const name of [...SCORES, ...HOURS]) {
    const value = answerOf(answers, name);
    if (value !== "") data[name] = Number(value);
  }
  for (const name of [...WORDS, "note"]) {
    const value = answerOf(answers, name);
    if (value.trim() !== "") data[name] = value;
  }
  for (const name of LISTS) {
    const values = answersOf(answers, name);
    if (values.length) data[name] = values;
  }
  const regions = answersOf(answers, "region").map((region) => regionOf(answers, region));
  if (regions.length) data.regions = regions;
  return data;
}

/**
 * @param {Answers} answers
 * @param {string} region
 */
function regionOf(answers, region) {
  const side = answerOf(answers, `region-side-${region}`);
  const intensity = answerOf(answers, `region-intensity-${region}`);
  const qualities = answersOf(answers, `region-quality-${region}`);
  return {
    region,
    ...(side ? { side } : {}),
    ...(intensity ? { intensity: Number(intensity) } : {}),
    ...(qualities.length ? { qualities } : {}),
  };
}

/**
 * Return the answers that a record holds, as the form has them.
 *
 * @param {Journal.Data} data
 * @returns {Answers}
 */
export function checkInAnswers(data) {
  /** @type {Answers} */
  const answers = [];
  for (const name of [...SCORES, ...WORDS, ...HOURS, "note"]) {
    if (data[name] !== undefined && data[name] !== null) answers.push([name, String(data[name])]);
  }
  for (const name of LISTS) {
    for (const code of /** @type {string[]} */ (data[name] ?? [])) answers.push([name, code]);
  }
  for (const one of /** @type {any[]} */ (data.regions ?? [])) {
    answers.push(["region", one.region]);
    if (one.side) answers.push([`region-side-${one.region}`, one.side]);
    if (typeof one.intensity === "number") answers.push([`region-intensity-${one.region}`, String(one.intensity)]);
    for (const quality of one.qualities ?? []) answers.push([`region-quality-${one.region}`, quality]);
  }
  return answers;
}

/** @param {Answers} answers */
export function saysSomething(answers) {
  return answers.some(([, value]) => value.trim() !== "");
}

/**
 * Return the fields whose number cannot be kept.
 *
 * @param {Answers} answers
 * @returns {string[]}
 */
export function wrongHours(answers) {
  return HOURS.filter((name) => {
    const value = answerOf(answers, name);
    return value !== "" && !(Number(value) >= 0 && Number(value) <= 24);
  });
}

/**
 * @param {Answers} answers
 * @param {string} name
 */
function answerOf(answers, name) {
  return answers.find(([one]) => one === name)?.[1] ?? "";
}

/**
 * @param {Answers} answers
 * @param {string} name
 */
function answersOf(answers, name) {
  return answers.filter(([one, value]) => one === name && value !== "").map(([, value]) => value);
}
