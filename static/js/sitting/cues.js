// @ts-check

/** @type {AudioContext | null} */
let audio = null;

const TONES = { soft: [523], rising: [523, 659, 784] }; // hertz, one after the other
const TONE_LENGTH = 0.4; // seconds

/** Get sound ready; browsers allow it only inside a tap or key press. */
export function readySound() {
  if (!("AudioContext" in window)) return;
  // Over the person's own music, where a device would otherwise stop that.
  const session = /** @type {{audioSession?: {type: string}}} */ (navigator).audioSession;
  if (session) session.type = "transient";
  audio ??= new AudioContext();
  if (audio.state === "suspended") audio.resume().catch(() => {}); // no tap yet; `canSound` says so
}

/** @returns {boolean} whether a tone would be heard now */
export function canSound() {
  return audio?.state === "running";
}

/**
 * Play some short tones over whatever else is playing.
 *
 * @param {keyof typeof TONES} tune
 */
export function chime(tune) {
  if (!audio || !canSound()) return;
  const begin = audio.currentTime;
  TONES[tune].forEach((pitch, index) => playTone(/** @type {AudioContext} */ (audio), pitch, begin + index * TONE_LENGTH));
}

/** @type {(context: AudioContext, pitch: number, at: number) => void} */
function playTone(context, pitch, at) {
  const tone = new OscillatorNode(context, { frequency: pitch, type: "sine" });
  const loudness = new GainNode(context, { gain: 0 });
  loudness.gain.setValueAtTime(0.0001, at);
  loudness.gain.exponentialRampToValueAtTime(0.4, at + 0.03);
  loudness.gain.exponentialRampToValueAtTime(0.0001, at + TONE_LENGTH);
  tone.connect(loudness).connect(context.destination);
  tone.start(at);
  tone.stop(at + TONE_LENGTH);
}

/** @returns {boolean} whether this device says that it can vibrate */
export function canVibrate() {
  return "vibrate" in navigator;
}

/** @param {number[]} pattern milliseconds on and off; on a page that was not touched yet, browsers refuse it */
export function vibrate(pattern) {
  if (canVibrate() && (navigator.userActivation?.hasBeenActive ?? true)) navigator.vibrate(pattern);
}

/**
 * Show a number on the app's icon, where there is one.
 *
 * @param {boolean} on
 */
export function badge(on) {
  if (!("setAppBadge" in navigator)) return;
  (on ? navigator.setAppBadge(1) : navigator.clearAppBadge()).catch(() => {}); // not installed: no icon to mark
}
