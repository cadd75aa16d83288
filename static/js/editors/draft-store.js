// @ts-check

const PREFIX = "hipcare:editors-draft:";
const ASIDE = "~";
const KEPT_FOR = 14 * 24 * 60 * 60 * 1000;

/** @typedef {{user: string, object: string, version: string}} Place whose writing it is, on what, begun on which version */
/** @typedef {Record<string, {value: string, label: string}[]>} Fields the values of a form by name */
/** @typedef {{key: string, version: string, at: string, fields: Fields}} Draft */

/** @param {Place} place */
function keyOf({ user, object, version }) {
  return `${PREFIX}${[user, object, version].map(encodeURIComponent).join(":")}`;
}

/**
 * Keep what is typed on this device. A device that keeps nothing is no reason to stop writing.
 *
 * @param {Place} place
 * @param {Fields} fields
 */
export function keepDraft(place, fields) {
  try {
    localStorage.setItem(keyOf(place), JSON.stringify({ at: new Date().toISOString(), fields }));
  } catch {
    // Full, or switched off.
  }
}

/**
 * @param {Omit<Place, "version">} place
 * @returns {Draft[]} what this editor wrote on this page and has not saved, newest first
 */
export function draftsOf({ user, object }) {
  const begin = keyOf({ user, object, version: "" });
  return keys()
    .filter((key) => key.startsWith(begin))
    .flatMap((key) => read(key, decodeURIComponent(key.slice(begin.length)).replace(ASIDE, "")))
    .sort((one, other) => other.at.localeCompare(one.at));
}

/** @param {Place} place */
export function dropDraft(place) {
  drop(keyOf(place));
}

/** @param {Draft} draft */
export function forget(draft) {
  drop(draft.key);
}

/**
 * Keep a draft that is being offered from being written over by what is typed before an answer is given.
 *
 * @param {Draft} draft
 * @returns {Draft} the same, where it is kept now
 */
export function setAside(draft) {
  if (draft.key.endsWith(ASIDE)) return draft;
  const key = `${draft.key}${ASIDE}`;
  try {
    localStorage.setItem(key, JSON.stringify({ at: draft.at, fields: draft.fields }));
  } catch {
    return draft;
  }
  drop(draft.key);
  return { ...draft, key };
}

/** Forget everything that editors wrote on this device and did not save. */
export function dropAllDrafts() {
  for (const key of keys()) drop(key);
}

function keys() {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
  } catch {
    return [];
  }
}

/** @param {string} key */
function drop(key) {
  try {
    localStorage.removeItem(key);
  } catch {
    // Switched off: then nothing is kept either.
  }
}

/**
 * @param {string} key
 * @param {string} version
 * @returns {Draft[]} the draft, or nothing where it is too old or cannot be read
 */
function read(key, version) {
  try {
    const { at, fields } = JSON.parse(localStorage.getItem(key) ?? "");
    if (Date.now() - Date.parse(at) < KEPT_FOR && typeof fields === "object") return [{ key, version, at, fields }];
  } catch {
    // Not ours, or broken.
  }
  drop(key);
  return [];
}
