// @ts-check
import { followMine, readMine } from "../device/mine.js";

/** @returns {boolean} whether drive mode is on and nobody has said "stopped" */
export function isDriving() {
  return readMine("drive")?.phase === "driving";
}

/**
 * Call back with whether somebody drives: now, when another page changes it, and when this page is gone back to.
 *
 * @param {(driving: boolean) => void} use
 */
export function followDriving(use) {
  const look = () => use(isDriving());
  followMine("drive", look);
  addEventListener("pageshow", look);
  look();
}
