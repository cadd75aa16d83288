// @ts-check

/** @type {WakeLockSentinel | null} */
let lock = null;
let wanted = false;

/** @returns {boolean} whether this browser can keep the screen on */
export function canKeepAwake() {
  return "wakeLock" in navigator;
}

/**
 * Keep the screen on until `letSleep`, also after the page was away.
 *
 * @returns {Promise<boolean>} false where it may switch off all the same
 */
export async function keepAwake() {
  wanted = true;
  document.addEventListener("visibilitychange", renew);
  return renew();
}

async function renew() {
  if (!wanted || document.hidden || !canKeepAwake()) return false;
  if (lock && !lock.released) return true;
  try {
    lock = await navigator.wakeLock.request("screen");
    return true;
  } catch {
    // A nearly empty battery, for one, makes the device refuse.
    return false;
  }
}

export function letSleep() {
  wanted = false;
  document.removeEventListener("visibilitychange", renew);
  void lock?.release();
  lock = null;
}
