// @ts-check
import { isDriving } from "./driving.js";
import { showMessage, wordsOf } from "./elsewhere-words.js";
import { giveCue } from "./timer-cues.js";
import { runTimer, timerPage, timerSettings } from "./timer-run.js";
import { snooze } from "./timer-state.js";

/**
 * Run the break timer on a page that is not its own: its cues appear there as short messages. While somebody drives
 * it keeps quiet; a break that is due then is told after the drive.
 */
export async function runElsewhere() {
  const place = document.querySelector(".toasts");
  const words = timerPage() && (await wordsOf(timerPage(), "break-timer"));
  if (!place || !words) return;
  const { own, url } = words;
  const page = { url, icon: own.dataset.icon ?? "", badge: own.dataset.badge ?? "" };
  const show = (/** @type {Sitting.Timer | null} */ state) => {
    if (state?.phase !== "due" || isDriving()) place.querySelector("[data-timer-due]")?.remove();
    else if (!place.querySelector("[data-timer-due]")) tellDue();
  };
  const tell = (/** @type {Sitting.Cue} */ cue) =>
    showMessage(place, own, `elsewhere-${cue}`, { snooze: String(timerSettings().snooze) });
  const tellDue = () => {
    const box = tell("due");
    box.dataset.timerDue = "";
    box.querySelector("[data-later]")?.addEventListener("click", () => run.change(snooze(Date.now(), timerSettings().snooze)));
  };
  const run = runTimer(show, (cue) => {
    if (isDriving()) return;
    giveCue(own, cue, page);
    if (cue !== "due") tell(cue);
  });
}
