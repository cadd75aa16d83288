// @ts-check
import { find } from "../core/dom.js";
import { readSetting, writeSetting } from "../core/settings.js";
import { hasVoice, localVoice } from "../device/voice.js";

const READY = 8; // seconds to get into place, unless chosen
const MINE = "mine:"; // says something of the body, and leaves with the person; how loud it is belongs to the device

/** What is on unless the person chose otherwise. */
const CUES = { "cue-voice": true, "cue-read": true, "cue-tones": true, "cue-vibration": true, "cue-large": true, "cue-steps": true, "cue-keys": false, "cue-media": false };

/**
 * Fill the choices of how to be guided with what this device remembers, and remember changes.
 *
 * @param {HTMLElement} root
 */
export function mountHow(root) {
  const form = find(root, '[data-part="wishes"]', HTMLFormElement);
  for (const name of Object.keys(CUES)) find(form, `#${name}`, HTMLInputElement).checked = isOn(name);
  const { first, hold, ready } = readWishes();
  find(form, `#side-${first}`, HTMLInputElement).checked = true;
  find(form, "#hold", HTMLSelectElement).value = String(hold ?? "");
  find(form, "#ready", HTMLSelectElement).value = String(ready);
  form.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLInputElement && target.name in CUES) writeSetting(target.name, target.checked ? "on" : "off");
    else if (target instanceof HTMLInputElement && target.name === "side") writeSetting(`${MINE}side`, target.value);
    else if (target instanceof HTMLSelectElement) writeSetting(MINE + target.name, target.value);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  void sayWhatCannotBe(root);
}

/** @param {HTMLElement} root */
async function sayWhatCannotBe(root) {
  const { canKeepAwake } = await import("../device/wake.js");
  const show = (/** @type {string} */ name, /** @type {boolean} */ yes) => {
    find(root, `[data-part="${name}"]`, HTMLElement).hidden = !yes;
  };
  show("vibration", "vibrate" in navigator);
  show("no-wake", !canKeepAwake());
  const voice = await localVoice();
  show("voice", Boolean(voice));
  show("read", Boolean(voice));
  show("no-voice", !voice);
}

/**
 * @param {string} name one of the cues
 * @returns {boolean}
 */
export function isOn(name) {
  return (readSetting(name) || (CUES[/** @type {keyof typeof CUES} */ (name)] ? "on" : "off")) === "on";
}

/** @returns {import("./timeline.js").Wishes} */
export function readWishes() {
  return {
    first: readSetting(`${MINE}side`) === "right" ? "right" : "left",
    hold: Number(readSetting(`${MINE}hold`)) || null,
    ready: Number(readSetting(`${MINE}ready`)) || READY,
    read: isOn("cue-voice") && isOn("cue-read") && hasVoice(),
  };
}
