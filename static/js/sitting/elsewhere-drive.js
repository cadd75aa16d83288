// @ts-check
import { clockText } from "../core/phrases.js";
import { readMine } from "../device/mine.js";
import { keepAwake, letSleep } from "../device/wake.js";
import { readySound } from "./cues.js";
import { giveDriveCue, keptDriveSettings } from "./drive-cue.js";
import { advance } from "./drive-state.js";
import { showMessage, wordsOf } from "./elsewhere-words.js";
import { runKept } from "./run.js";

/** Mind a drive on a page that is not drive mode's own: it says that drive mode is on, and gives the cue to stop. */
export async function driveElsewhere() {
  const place = document.querySelector(".toasts");
  const words = await wordsOf(readMine("drive-page") ?? "", "drive-mode");
  if (!place || !words) return;
  const { own } = words;
  const how = keptDriveSettings() ?? { sound: true, voice: true, awake: true };
  /** What is shown: the name of a slot, or nothing. */
  let shown = "";
  /** @type {HTMLElement | undefined} */
  let box;
  const show = (/** @type {Sitting.Drive | null} */ state) => {
    const name = state?.phase !== "driving" ? "" : state.cues ? "elsewhere-stop" : "elsewhere-driving";
    if (name === shown) return;
    shown = name;
    box?.remove();
    if (state && name) box = showMessage(place, own, name, { at: clockText(state.from + state.every) });
    if (name && how.awake) void keepAwake();
    else letSleep();
  };
  document.addEventListener("click", readySound); // browsers let a page sound after a tap only
  runKept({ name: "drive", advance, show, give: () => giveDriveCue(own, how) });
}
