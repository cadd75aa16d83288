// How the last look at the server ended, and whether it is time for another.

const MINUTE = 60_000;
const OFTEN_ENOUGH = 10 * MINUTE;

/** @typedef {{state: string, reason?: string, at: number, failures: number}} Result failures: how many in a row */

/** The last result where the phone had no room to write it down. @type {Result | null} */
let unwritten = null;

/** @returns {Promise<Result | null>} how the last look at the server ended */
async function lastResult() {
  return unwritten ?? readRecord("last");
}

/** @param {Result} result */
async function note(result) {
  unwritten = result;
  await writeRecord("last", result).then(
    () => (unwritten = null),
    () => {},
  );
}

/**
 * @param {"network" | "changed" | "quota" | "fault"} reason
 * @param {number} failures
 */
async function noteFailure(reason, failures) {
  if (reason === "quota") {
    // A half pack that cannot be finished only takes room.
    await writeRecord("staging", null).catch(() => {});
    await removeLeftovers();
  }
  await note({ state: "interrupted", reason, at: Date.now(), failures });
}

/** @param {{asked?: boolean, back?: boolean}} why */
async function isDue({ asked, back }) {
  const last = await lastResult();
  if (asked || !last) return true;
  if (last.state === "removed") return false;
  const active = await activePack();
  const age = Date.now() - last.at;
  if (age < 0) return true; // the clock was set back
  if (last.failures === 0) return !active?.complete || age > OFTEN_ENOUGH;
  if (last.reason === "quota") return age > 24 * 60 * MINUTE;
  if (back && last.reason === "network") return true;
  return age > Math.min(OFTEN_ENOUGH, (MINUTE / 2) * 2 ** (last.failures - 1));
}
