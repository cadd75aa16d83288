// @ts-check

const ACTIONS = { play: "pause", pause: "pause", previoustrack: "back", nexttrack: "skip" };

/**
 * Take media keys and headphone buttons. Browsers only hand them to a page that plays sound, so a silent one runs
 * in a loop; it stops the person's own music, which is why this is off unless asked for.
 *
 * @param {HTMLAudioElement} quiet
 * @param {Record<string, () => void>} acts by name: pause, back, skip
 * @param {AbortSignal} signal
 */
export function mountMedia(quiet, acts, signal) {
  if (!("mediaSession" in navigator)) return;
  quiet.play().catch(() => undefined); // refused without a press: the keys stay with the music
  for (const [action, name] of Object.entries(ACTIONS)) {
    navigator.mediaSession.setActionHandler(/** @type {MediaSessionAction} */ (action), () => acts[name]());
  }
  signal.addEventListener("abort", () => {
    quiet.pause();
    for (const action of Object.keys(ACTIONS)) {
      navigator.mediaSession.setActionHandler(/** @type {MediaSessionAction} */ (action), null);
    }
  });
}
