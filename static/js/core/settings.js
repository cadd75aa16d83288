// @ts-check

const PREFIX = "hipcare:";
const CHANGED = "hipcare:setting-changed";

/** What was chosen on this page; all there is where storage is switched off. @type {Map<string, string>} */
const chosen = new Map();

/**
 * Return what the device keeps under a name.
 *
 * @param {string} name such as "region"
 * @returns {string} empty where nothing was chosen
 */
export function readSetting(name) {
  const here = chosen.get(name);
  if (here !== undefined) return here;
  try {
    return localStorage.getItem(PREFIX + name) ?? "";
  } catch {
    return "";
  }
}

/**
 * Keep a choice on the device and tell the page of it.
 *
 * @param {string} name
 * @param {string} value empty forgets the choice
 * @returns {boolean} false where it lasts for this page only
 */
export function writeSetting(name, value) {
  let kept = true;
  chosen.set(name, value);
  try {
    if (value) localStorage.setItem(PREFIX + name, value);
    else localStorage.removeItem(PREFIX + name);
  } catch {
    kept = false;
  }
  document.dispatchEvent(new CustomEvent(CHANGED, { detail: { name } }));
  return kept;
}

/**
 * Call back now and whenever a setting is chosen on this page.
 *
 * @param {string} name
 * @param {(value: string) => void} use
 */
export function followSetting(name, use) {
  use(readSetting(name));
  document.addEventListener(CHANGED, (event) => {
    if (event instanceof CustomEvent && event.detail.name === name) use(readSetting(name));
  });
}
