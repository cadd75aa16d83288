// @ts-check

const KEY = "hipcare:account";
const SIGN_OUT = "hipcare:sign-out-pending";
const MINE = "hipcare:mine:"; // timers, drives and plans that belong to the person of this device

/** Where storage is switched off, the page alone remembers. @type {Map<string, string>} */
const here = new Map();

/** @typedef {{id: string, name: string}} Account */

/** @returns {Account | null} whose journal this device shows; null is nobody's */
export function currentUser() {
  try {
    return JSON.parse(read(KEY) || "null");
  } catch {
    return null;
  }
}

/** @returns {string | null} */
export function currentAccount() {
  return currentUser()?.id ?? null;
}

/** @param {Account | null} user what the person before had running or planned here goes with that person */
export function pointTo(user) {
  const before = currentAccount();
  if (before && before !== user?.id) forgetMine();
  write(KEY, user ? JSON.stringify({ id: user.id, name: user.name }) : "");
}

function forgetMine() {
  try {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(MINE));
    for (const name of names) localStorage.removeItem(name);
  } catch {
    // Storage is switched off: nothing was kept.
  }
}

/** The person signed out here while the server could not be told: it has to be told before anything else. */
export function isSignOutPending() {
  return read(SIGN_OUT) !== "";
}

/** @param {boolean} pending */
export function setSignOutPending(pending) {
  write(SIGN_OUT, pending ? "1" : "");
}

/** @param {string} key */
function read(key) {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return here.get(key) ?? "";
  }
}

/**
 * @param {string} key
 * @param {string} value
 */
function write(key, value) {
  here.set(key, value);
  try {
    if (value) localStorage.setItem(key, value);
    else localStorage.removeItem(key);
  } catch {
    // Kept by this page only.
  }
}
