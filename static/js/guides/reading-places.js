// @ts-check
import { readSetting, writeSetting } from "../core/settings.js";

/**
 * @typedef {object} ReadingPlace
 * @property {string} title of the guide
 * @property {boolean} kept whether the person has bookmarked it
 * @property {string} at id of the heading that was read last; empty at its beginning
 */

const NAME = "mine:reading"; // goes with everything of this person's
const MOST = 30;

/** @returns {Record<string, ReadingPlace>} by path, the latest last */
export function readPlaces() {
  try {
    return JSON.parse(readSetting(NAME) || "{}");
  } catch {
    return {};
  }
}

/**
 * @param {string} path
 * @param {ReadingPlace} place forgotten where it says nothing
 */
export function writePlace(path, place) {
  const others = Object.entries(readPlaces()).filter(([one]) => one !== path);
  const all = place.kept || place.at ? [...others, [path, place]] : others;
  writeSetting(NAME, all.length ? JSON.stringify(Object.fromEntries(all.slice(-MOST))) : "");
}
