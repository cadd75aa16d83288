// @ts-check

/** @typedef {[string, string][]} Answers */

const OWN = [1, 2, 3];

/**
 * Return what is missing in a filled-in measure: the field and the code of what to say.
 *
 * @param {string} instrument
 * @param {Answers} answers
 * @returns {[string, "answer" | "step" | "activity" | "value"][]}
 */
export function missingIn(instrument, answers) {
  const given = new Map(answers.filter(([, value]) => value.trim() !== ""));
  if (instrument === "global-change") return given.has("change") ? [] : [["change", "step"]];
  if (instrument === "peg") {
    return ["average", "enjoyment", "activity"].filter((name) => !given.has(name)).map((name) => [name, "answer"]);
  }
  if (instrument === "nprs") return given.size ? [] : [["back", "answer"]];
  if (given.size === 0) return [["activity-1", "activity"]];
  return OWN.flatMap((number) => {
    const [named, valued] = [given.has(`activity-${number}`), given.has(`value-${number}`)];
    if (named === valued) return [];
    return [named ? [`value-${number}`, "value"] : [`activity-${number}`, "activity"]];
  });
}

/**
 * Return the answers as items of a record, with the words in which they were asked.
 *
 * @param {HTMLFormElement} form
 * @param {Answers} answers
 * @returns {import("./measure-data.js").Item[]}
 */
export function itemsOf(form, answers) {
  const given = new Map(answers.filter(([, value]) => value.trim() !== ""));
  if (form.dataset.measure === "psfs") {
    return OWN.filter((number) => given.has(`value-${number}`)).map((number) => ({
      code: `activity-${number}`,
      text: String(given.get(`activity-${number}`)).trim(),
      value: Number(given.get(`value-${number}`)),
    }));
  }
  return [...given].map(([name, value]) => {
    const legend = form.querySelector(`[data-field="${name}"] legend`);
    const chosen = form.querySelector(`.option input[name="${name}"]:checked`);
    const answer = chosen instanceof HTMLInputElement ? chosen.labels?.[0]?.textContent?.trim() : "";
    const item = { code: name, text: legend?.textContent?.trim() ?? "", value: Number(value) };
    return answer ? { ...item, answer } : item;
  });
}

/**
 * Return the answers that a record holds, as the form has them.
 *
 * @param {Journal.Data} data
 * @returns {Answers}
 */
export function answersIn(data) {
  const items = /** @type {{code: string, text: string, value: number}[]} */ (data.items ?? []);
  if (data.instrument !== "psfs") return items.map(({ code, value }) => [code, String(value)]);
  return items.flatMap(({ code, text, value }) => [
    [code, text],
    [code.replace("activity", "value"), String(value)],
  ]);
}
