// @ts-check

const MINE = "hipcare:mine:"; // as ../device/mine.js keeps it; the rest is loaded only for what runs

/** Let a running break timer or drive speak up on this page too, where the page is not its own. */
export function mindElsewhere() {
  if (keeps("break-timer", "") && !isHere("break-timer")) import("./elsewhere-run.js").then((part) => part.runElsewhere()).catch(reportError);
  if (keeps("drive", '"driving"') && !isHere("drive-mode")) import("./elsewhere-drive.js").then((part) => part.driveElsewhere()).catch(reportError);
}

/** @param {string} behaviour */
function isHere(behaviour) {
  return document.querySelector(`[data-behaviour~=${behaviour}]`) !== null;
}

/** @type {(name: string, word: string) => boolean} */
function keeps(name, word) {
  try {
    return localStorage.getItem(MINE + name)?.includes(word) ?? false;
  } catch {
    return false; // storage is switched off: nothing outlives its page
  }
}
