// @ts-check

const TOLERATED = 10 * 60_000;

let difference = 0;

/**
 * Compare the clock of this device with the server's. Nothing is decided by either; it is only said.
 *
 * @param {Response} response
 */
export function compareClocks(response) {
  const theirs = Date.parse(response.headers.get("Date") ?? "");
  if (response.ok && theirs) difference = Math.abs(Date.now() - theirs);
}

/** @returns {boolean} whether the two were more than ten minutes apart when the server last answered */
export function isClockWrong() {
  return difference > TOLERATED;
}
