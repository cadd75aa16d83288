// @ts-check

const KEPT = "hipcare:mine:break-timer"; // as ./device.js keeps it; the rest is loaded only for a running timer

/** Let a running break timer speak up on this page too, where the page is not the timer's own. */
export function mindTimer() {
  if (document.querySelector("[data-behaviour~=break-timer]") || !isRunning()) return;
  import("./elsewhere-run.js").then(({ runElsewhere }) => runElsewhere()).catch(reportError);
}

function isRunning() {
  try {
    return localStorage.getItem(KEPT) !== null;
  } catch {
    return false; // storage is switched off: no timer outlives its page
  }
}
