// @ts-check

/** Pitch in hertz and start in seconds of each short tone. @type {Record<string, [number, number][]>} */
const TONES = {
  start: [[660, 0]],
  change: [[520, 0], [660, 0.18]],
  half: [[440, 0]],
  last: [[520, 0]],
  end: [[660, 0], [520, 0.22], [440, 0.44]],
  calm: [[330, 0]],
  beat: [[392, 0]],
};
const LENGTH = 0.35;
const LOUDNESS = 0.25;

/** @returns {boolean} whether the person has pressed anything yet: until then browsers keep a page quiet */
export function wasPressed() {
  return navigator.userActivation?.hasBeenActive ?? true;
}

/** @type {AudioContext | null} */
let audio = null;

/** Get ready to sound; call it while a press of a button is handled. */
export function openTones() {
  if (!wasPressed()) return;
  // Mixed into the person's own music, where a device would otherwise stop that.
  const session = /** @type {{audioSession?: {type: string}}} */ (navigator).audioSession;
  if (session) session.type = "ambient";
  audio ??= "AudioContext" in window ? new AudioContext() : null;
  void audio?.resume();
}

/** @param {string} name one of `TONES` */
export function sound(name) {
  if (audio?.state !== "running") return;
  for (const [pitch, start] of TONES[name] ?? []) ring(audio, pitch, audio.currentTime + start);
}

/**
 * @param {AudioContext} context
 * @param {number} pitch
 * @param {number} at
 */
function ring(context, pitch, at) {
  const tone = new OscillatorNode(context, { frequency: pitch });
  const volume = new GainNode(context, { gain: 0 });
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(LOUDNESS, at + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.001, at + LENGTH);
  tone.connect(volume).connect(context.destination);
  tone.start(at);
  tone.stop(at + LENGTH);
}

export function closeTones() {
  void audio?.close();
  audio = null;
}
