// @ts-check

const PATIENCE = 1_500; // milliseconds until a browser has listed its voices

/** @type {Promise<SpeechSynthesisVoice | null> | undefined} */
let voice;

/**
 * @returns {Promise<SpeechSynthesisVoice | null>} a voice of this device that speaks the page's language without
 *   the network; null where it has none
 */
export function localVoice() {
  voice ??= findVoice();
  return voice;
}

async function findVoice() {
  if (!("speechSynthesis" in window)) return null;
  const language = document.documentElement.lang.slice(0, 2);
  const own = () =>
    speechSynthesis.getVoices().filter(({ localService, lang }) => localService && lang.toLowerCase().startsWith(language));
  if (!own().length) {
    await new Promise((resolve) => {
      speechSynthesis.addEventListener("voiceschanged", resolve, { once: true });
      setTimeout(resolve, PATIENCE);
    });
  }
  return own().find((one) => one.default) ?? own()[0] ?? null;
}

/**
 * Speak; what is being said now gives way.
 *
 * @param {string} text
 */
export async function speak(text) {
  const chosen = await localVoice();
  if (!chosen) return;
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.voice = chosen;
  utterance.lang = chosen.lang;
  speechSynthesis.cancel();
  speechSynthesis.speak(utterance);
}

export function hush() {
  if ("speechSynthesis" in window) speechSynthesis.cancel();
}
