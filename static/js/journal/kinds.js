// @ts-check

/** @type {readonly Journal.Kind[]} */
export const KINDS = ["check-in", "session", "sit", "break", "drive", "measure", "goal", "profile"];

/** There is one profile in a journal; every device knows it by this id. */
export const PROFILE_ID = "00000000-0000-4000-8000-000000000001";

/** @returns {string} a random UUID */
export function newId() {
  return crypto.randomUUID();
}
