// @ts-check

const PATIENCE = 1_500; // milliseconds until a browser has listed its voices

/** @type {Promise<SpeechSynthesisVoice | null> | undefined} */
let voice;
/** Whether there is one, as far as is known by now. */
let isThere = false;

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
  isThere = own().length > 0;
  return own().find((one) => one.default) ?? own()[0] ?? null;
}

/** @returns {boolean} whether this device has such a voice; no while it has not been found */
export function hasVoice() {
  return isThere;
}

/** What was asked for last; anything older is not begun any more. */
let turn = 0;

/**
 * Speak one text after the other; what is being said now gives way.
 *
 * @param {...string} texts
 */
export async function speak(...texts) {
  const own = (turn += 1);
  const chosen = await localVoice();
  if (!chosen || own !== turn) return;
  speechSynthesis.cancel();
  for (const text of texts) {
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = chosen;
    utterance.lang = chosen.lang;
    speechSynthesis.speak(utterance);
  }
}

export function hush() {
  turn += 1;
  if ("speechSynthesis" in window) speechSynthesis.cancel();
}
