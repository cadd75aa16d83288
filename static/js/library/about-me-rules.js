// @ts-check

/**
 * What answers about the body mean together; the server's rules are in `apps/library/about_me.py`, and
 * `tests/vectors/about-me.json` holds cases for both.
 *
 * @typedef {{cautions: string[], ask_first: boolean, set: string}} Meaning
 * @typedef {{id: string, yes: Meaning, notSure: Meaning}} Question
 */

/** Where several apply, the first is offered. */
const SETS = ["surgery", "gentle", "flexible"];

/**
 * @param {Question[]} questions
 * @param {Record<string, string>} answers "yes", "no" or "not-sure", by question
 * @returns {{cautions: string[], askFirst: string[], set: string}} caution codes, sorted; the questions because of which to ask a clinician
 */
export function outcome(questions, answers) {
  const given = questions.flatMap((one) => {
    const answer = answers[one.id];
    if (answer === "yes") return [{ id: one.id, ...one.yes }];
    return answer === "not-sure" ? [{ id: one.id, ...one.notSure }] : [];
  });
  return {
    cautions: [...new Set(given.flatMap(({ cautions }) => cautions))].sort(),
    askFirst: given.filter(({ ask_first }) => ask_first).map(({ id }) => id),
    set: SETS.find((name) => given.some(({ set }) => set === name)) ?? "",
  };
}
