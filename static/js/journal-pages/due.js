// @ts-check

const DAY = 86_400_000;
const FIRST_REVIEW = 14 * DAY;
const NEXT_REVIEW = 21 * DAY;
const BACKUP_EVERY = 14 * DAY;
const WORTH_A_BACKUP = 5;
/** A measure that asks the same. */
const REVIEWS = ["review", "global-change"];

/**
 * Tell whether to ask "any change?": two weeks after the first record, then three weeks after each answer.
 *
 * @param {{kind: string, at?: string, data: Journal.Data | null}[]} rows
 * @param {number} now milliseconds
 */
export function isReviewDue(rows, now) {
  const times = rows.map(({ at }) => Date.parse(at ?? "")).filter((time) => time <= now);
  const answers = rows
    .filter(({ kind, data }) => kind === "measure" && REVIEWS.includes(String(data?.instrument)))
    .map(({ at }) => Date.parse(at ?? ""));
  if (answers.length) return now - latest(answers) >= NEXT_REVIEW;
  return times.length > 0 && now - times.reduce((one, other) => Math.min(one, other)) >= FIRST_REVIEW;
}

/**
 * Tell whether to remind of a backup: of five records or more that are only here, every two weeks.
 *
 * @param {{at?: string}[]} rows
 * @param {number | null} last when the last one was made, in milliseconds
 * @param {number} now milliseconds
 */
export function isBackupDue(rows, last, now) {
  if (rows.length < WORTH_A_BACKUP) return false;
  return last === null || now - last >= BACKUP_EVERY || last > now;
}

/** @param {number[]} times */
function latest(times) {
  return times.reduce((one, other) => Math.max(one, other));
}
