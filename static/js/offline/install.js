// @ts-check
import { readSetting, writeSetting } from "../core/settings.js";
import { finished, installable } from "./install-moment.js";

const SETTING = "install-prompt";
const NEVER = "never";
const VISITED = "hipcare:visited";

/** @typedef {"install" | "install-by-hand"} Way by a button, or by the browser's own menu */

/**
 * Call back when it is useful to offer the home screen: on a second visit, or when something was finished
 * (an event `hipcare:finished` on the document). Never in the installed app, never after "no".
 *
 * @param {(way: Way, install: () => void) => void} offer
 */
export function followInstall(offer) {
  if (isInstalled() || readSetting(SETTING) === NEVER) return;
  let useful = isReturning();
  /** @type {import("./install-moment.js").InstallEvent | null} */
  let prompt = null;
  const consider = () => {
    if (!useful) return;
    if (prompt) offer("install", () => prompt?.prompt());
    else if (needsHand()) offer("install-by-hand", () => {});
  };
  void installable.then((event) => {
    prompt = event;
    consider();
  });
  void finished.then(() => {
    useful = true;
    consider();
  });
  consider();
}

/** @returns {boolean} whether a word about the home screen is of use: not in the installed app, not after "no" */
export function mayAdvise() {
  return !isInstalled() && readSetting(SETTING) !== NEVER;
}

/** Do not offer again on this device. */
export function refuseInstall() {
  writeSetting(SETTING, NEVER);
}

/** @returns {boolean} whether this page runs as an app from the home screen */
export function isInstalled() {
  return window.matchMedia("(display-mode: standalone)").matches || Reflect.get(navigator, "standalone") === true;
}

/** @returns {boolean} an iPhone or iPad, whose browsers install from their menu only */
export function needsHand() {
  const { userAgent, maxTouchPoints } = navigator;
  return /iPad|iPhone|iPod/.test(userAgent) || (userAgent.includes("Macintosh") && maxTouchPoints > 1);
}

/** A visit is a tab's life; the second one counts. */
function isReturning() {
  try {
    if (!sessionStorage.getItem(VISITED)) {
      sessionStorage.setItem(VISITED, "1");
      writeSetting("visits", String(Number(readSetting("visits")) + 1));
    }
  } catch {
    return false; // storage is switched off; nothing is known, so nothing is offered
  }
  return Number(readSetting("visits")) > 1;
}
