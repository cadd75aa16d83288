// @ts-check

// What begins with this belongs to the person, and leaves the device when the person does.
const MINE = "hipcare:mine:";

/** What storage refused to take; it lasts for this page. @type {Map<string, string>} */
const unkept = new Map();

/**
 * Return what this device keeps for the person under a name.
 *
 * @param {string} name
 * @returns {any} null where there is nothing
 */
export function readMine(name) {
  try {
    return JSON.parse(unkept.get(name) ?? localStorage.getItem(MINE + name) ?? "null");
  } catch {
    return null;
  }
}

/**
 * Keep something for the person on this device.
 *
 * @param {string} name
 * @param {unknown} value null forgets it
 * @returns {boolean} false where it lasts for this page only
 */
export function writeMine(name, value) {
  unkept.delete(name);
  try {
    if (value === null) localStorage.removeItem(MINE + name);
    else localStorage.setItem(MINE + name, JSON.stringify(value));
    return true;
  } catch {
    unkept.set(name, JSON.stringify(value));
    return false;
  }
}

/**
 * Call back when another tab has changed what is kept.
 *
 * @param {string} name
 * @param {() => void} use
 */
export function followMine(name, use) {
  addEventListener("storage", (event) => {
    if (event.key === MINE + name || event.key === null) use();
  });
}
