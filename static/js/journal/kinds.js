// @ts-check

/** @type {readonly Journal.Kind[]} */
export const KINDS = ["check-in", "session", "sit", "break", "drive", "measure", "goal", "profile"];

/** There is one profile in a journal; every device knows it by this id. */
export const PROFILE_ID = "00000000-0000-4000-8000-000000000001";

/** @returns {string} a random UUID */
export function newId() {
  return crypto.randomUUID();
}

/**
 * Return the same UUID for the same words about the same record (RFC 9562, version 5).
 *
 * @param {string} id of the record
 * @param {string} words
 */
export async function idFrom(id, words) {
  const space = (id.replaceAll("-", "").match(/../g) ?? []).map((pair) => parseInt(pair, 16));
  const name = new Uint8Array([...space, ...new TextEncoder().encode(words)]);
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-1", name)).slice(0, 16);
  bytes[6] = (bytes[6] & 0x0f) | 0x50;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
