// @ts-check
import { currentAccount } from "../device/pointer.js";

/**
 * What the person chose before starting, by the place of the step.
 *
 * @typedef {{chosen: Record<string, string>, included: Record<string, boolean>, anyway: number[], warmUp: boolean | null}} Choices
 */

/**
 * The session under way, kept on the device so that it outlives a reload, a killed tab and an empty battery.
 *
 * @typedef {object} Kept
 * @property {string} address path and query of the player
 * @property {string} title
 * @property {string} told what was known of the body when it began
 * @property {Choices} choices
 * @property {Record<string, string>} replaced by the place of the item: the move that was taken in its stead
 * @property {import("./timeline.js").Wishes} wishes
 * @property {import("./clock.js").Clock} clock
 * @property {import("./run.js").Credit[]} credits
 * @property {number} segments how many; another number means that the content has changed
 * @property {number} seen the last moment at which the player ran
 * @property {number} began
 * @property {number} ended 0 while it is under way
 * @property {import("./record.js").Feelings} before
 * @property {number[]} hurt
 */

const KEY = "hipcare:mine:playing"; // leaves the device with the person
const LONGEST = 12 * 60 * 60 * 1000; // a session of yesterday is not taken up again

/** Where storage is switched off, the page alone remembers. @type {Kept | null} */
let here = null;

/** Whose session this page plays. */
const whose = currentAccount();

/** @returns {Choices} */
export function noChoices() {
  return { chosen: {}, included: {}, anyway: [], warmUp: null };
}

/** @param {Kept} kept left alone where the person has signed out in another tab: it is nobody else's */
export function keep(kept) {
  if (whose && whose !== currentAccount()) return;
  here = kept;
  try {
    localStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // Lasts as long as the page.
  }
}

/**
 * @param {number} now
 * @returns {Kept | null}
 */
export function readKept(now) {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "null");
    return kept && Math.abs(now - kept.seen) < LONGEST ? kept : null;
  } catch {
    return here;
  }
}

export function forget() {
  here = null;
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
}
