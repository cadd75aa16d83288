// @ts-check
import { keepAwake, letSleep } from "../device/wake.js";
import { closeTones, openTones } from "./cues.js";
import { isOn } from "./how.js";
import { mountKeys } from "./keys.js";
import { mountMedia } from "./media.js";
import { part } from "./screens.js";

const RING_OUT = 1_500; // milliseconds that the last tone may take

/**
 * Have everything ready that a session needs of the device while it runs: screen, sound and keys.
 *
 * @param {{root: HTMLElement, acts: Record<string, () => void>, notify: (name: string) => void}} playing
 * @param {AbortSignal} signal of its end
 */
export async function attend({ root, acts, notify }, signal) {
  document.documentElement.toggleAttribute("data-large", isOn("cue-large"));
  mountKeys(root, acts, signal);
  if (isOn("cue-media")) mountMedia(/** @type {HTMLAudioElement} */ (part(root, "quiet")), acts, signal);
  root.addEventListener("click", openTones, { signal });
  openTones();
  signal.addEventListener("abort", () => {
    letSleep();
    setTimeout(closeTones, RING_OUT);
  });
  const awake = await keepAwake();
  if (!awake && !signal.aborted) notify("notice-no-wake");
}
