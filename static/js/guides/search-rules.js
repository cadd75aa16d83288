// @ts-check

/**
 * How words are compared and entries ordered; the server's rules are in `apps/guides/search.py`, and
 * `tests/vectors/search.json` holds questions for both.
 *
 * @typedef {{kind: string, title: string, url: string, summary: string, words: string}} Entry
 * @typedef {{stop: Set<string>, same: Map<string, string>, phrases: [string, string][], also: Record<string, string>}} Language
 * @typedef {{entry: Entry, fields: Set<string>[]}} Indexed
 */

const MOST_WORDS = 12;
const CLAIM_WEIGHT = 0.4;
const LEAST = 0.2;
const FIELD_WEIGHTS = [10, 5, 2];
const EXACT = 1;
const PREFIX = 0.7;
const CLOSE = 0.45;
/** @type {[string, number][]} */
const ENDINGS = [["ing", 6], ["ies", 5], ["ed", 5], ["es", 5], ["s", 4]];

/**
 * @param {{stop: string[], same: string[][], phrases: Record<string, string>, also: Record<string, string>}} data
 * @returns {Language}
 */
export function readLanguage(data) {
  const pairs = data.same.flatMap((group) => group.map((word) => [stem(word), stem(group[0])]));
  const phrases = Object.entries(data.phrases).sort(([one], [other]) => other.length - one.length);
  return { stop: new Set(data.stop), same: new Map(/** @type {[string, string][]} */ (pairs)), phrases, also: data.also };
}

/** @param {string} word */
export function stem(word) {
  let short = word;
  for (const [ending, least] of ENDINGS) {
    if (word.endsWith(ending) && word.length >= least && !word.endsWith("ss")) {
      short = word.slice(0, -ending.length) + (ending === "ies" ? "y" : "");
      break;
    }
  }
  return short.endsWith("e") && short.length > 4 ? short.slice(0, -1) : short;
}

/**
 * @param {string} text
 * @param {Language} language
 * @returns {string[]} the stems that count, each word of a group as the group's first
 */
export function tokens(text, language) {
  const folded = text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replace(/[’']/g, "");
  let plain = ` ${folded.replace(/[^a-z0-9]+/g, " ").trim()} `;
  for (const [phrase, instead] of language.phrases) plain = plain.replaceAll(` ${phrase} `, ` ${instead} `);
  const words = plain.split(" ").filter((word) => word && !language.stop.has(word));
  return words.map(stem).map((one) => language.same.get(one) ?? one);
}

/**
 * @param {Entry[]} entries
 * @param {Language} language
 * @returns {Indexed[]}
 */
export function makeIndex(entries, language) {
  return entries.map((entry) => ({
    entry,
    fields: [entry.title, `${entry.words} ${language.also[entry.url] ?? ""}`, entry.summary].map((text) => new Set(tokens(text, language))),
  }));
}

/**
 * @param {Indexed[]} indexed
 * @param {string} question
 * @param {Language} language
 * @param {string[]} kinds the order of equal matches
 * @returns {Entry[]} best first
 */
export function search(indexed, question, language, kinds) {
  const asked = [...new Set(tokens(question, language))].slice(0, MOST_WORDS);
  const rarity = asked.map((token) => {
    const having = indexed.filter((one) => one.fields.some((field) => field.has(token))).length;
    return Math.log(1 + indexed.length / (1 + having));
  });
  const scored = indexed.map((one) => ({ entry: one.entry, score: Math.round(score(one, asked, rarity) * 1e6) }));
  const least = LEAST * Math.max(0, ...scored.map((found) => found.score));
  return scored
    .filter((found) => found.score > 0 && found.score >= least)
    .sort((one, other) => other.score - one.score || compare(one.entry, other.entry, kinds))
    .map((found) => found.entry);
}

/**
 * @param {Entry} one
 * @param {Entry} other
 * @param {string[]} kinds
 */
function compare(one, other, kinds) {
  return kinds.indexOf(one.kind) - kinds.indexOf(other.kind) || (one.title < other.title ? -1 : 1);
}

/**
 * @param {Indexed} one
 * @param {string[]} asked
 * @param {number[]} rarity
 */
function score(one, asked, rarity) {
  const parts = asked.map((token, at) => rarity[at] * Math.max(...one.fields.map((field, n) => FIELD_WEIGHTS[n] * best(token, field))));
  const matched = parts.filter((part) => part > 0).length;
  const weight = one.entry.kind === "claim" ? CLAIM_WEIGHT : 1;
  return matched ? weight * parts.reduce((sum, part) => sum + part, 0) * (matched / asked.length) : 0;
}

/**
 * @param {string} token
 * @param {Set<string>} field
 */
function best(token, field) {
  let most = 0;
  for (const word of field) most = Math.max(most, closeness(token, word));
  return most;
}

/**
 * @param {string} asked
 * @param {string} word
 */
function closeness(asked, word) {
  if (asked === word) return EXACT;
  if (asked.length >= 3 && word.startsWith(asked)) return PREFIX;
  const allowed = asked.length >= 8 ? 2 : asked.length >= 4 ? 1 : 0;
  return allowed && distance(asked, word, allowed) <= allowed ? CLOSE : 0;
}

/**
 * Optimal string alignment.
 *
 * @param {string} one
 * @param {string} other
 * @param {number} most a larger distance is any larger number
 */
function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  /** @type {number[]} */
  let before = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const change = last[column - 1] + (one[row - 1] === other[column - 1] ? 0 : 1);
      let least = Math.min(last[column] + 1, line[column - 1] + 1, change);
      const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (swapped) least = Math.min(least, before[column - 2] + 1);
      line.push(least);
    }
    [before, last] = [last, line];
  }
  return last[other.length];
}
