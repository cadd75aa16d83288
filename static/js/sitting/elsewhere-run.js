// @ts-check
import { slot } from "../core/dom.js";
import { giveCue } from "./timer-cues.js";
import { runTimer, timerPage, timerSettings } from "./timer-run.js";
import { snooze } from "./timer-state.js";

/** Run the break timer on a page that is not its own: its cues appear there as short messages. */
export async function runElsewhere() {
  const place = document.querySelector(".toasts");
  const url = timerPage();
  if (!place || !url) return;
  const own = (await wordsOf(url))?.querySelector("[data-behaviour~=break-timer]");
  if (!(own instanceof HTMLElement)) return;
  const page = { url, icon: own.dataset.icon ?? "", badge: own.dataset.badge ?? "" };
  const show = (/** @type {Sitting.Timer | null} */ state) => {
    if (state?.phase !== "due") place.querySelector("[data-timer-due]")?.remove();
    else if (!place.querySelector("[data-timer-due]")) later(tell("due"));
  };
  const tell = (/** @type {Sitting.Cue} */ cue) => {
    const box = document.createElement("div");
    box.className = "toast";
    if (cue === "due") box.dataset.timerDue = "";
    box.append(document.importNode(slot(own, `elsewhere-${cue}`, { snooze: String(timerSettings().snooze) }), true));
    box.querySelector("[data-close]")?.addEventListener("click", () => box.remove());
    place.append(box);
    return box;
  };
  const later = (/** @type {HTMLElement} */ box) => {
    box.querySelector("[data-later]")?.addEventListener("click", () => run.change(snooze(Date.now(), timerSettings().snooze)));
  };
  const run = runTimer(show, (cue) => {
    giveCue(own, cue, page);
    if (cue !== "due") tell(cue);
  });
}

/**
 * The words of the timer's page, so that they are in the pack only once.
 *
 * @param {string} url
 * @returns {Promise<Document | null>} null without a network, where the pack does not have them either
 */
async function wordsOf(url) {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(15_000) });
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  } catch {
    return null;
  }
}
