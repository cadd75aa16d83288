// @ts-check
import { tellAll } from "../device/channel.js";
import { isClockWrong } from "./clock.js";
import { listOutbox } from "./outbox.js";
import { readPosition } from "./position.js";
import { countRecords } from "./records.js";

/**
 * @typedef {object} Status
 * @property {string | null} account
 * @property {number} records on this device
 * @property {number} waiting of them not on the server yet; 0 where nobody is signed in
 * @property {number} refused not taken by the server; they wait for the person
 * @property {string | null} syncedAt
 * @property {Journal.Trouble | null} trouble what keeps the last try from having worked
 * @property {boolean} isClockWrong this device's clock and the server's are far apart
 */

/** @type {Journal.Trouble | null} */
let trouble = null;

/**
 * @param {string | null} account
 * @param {Journal.Trouble | null} now
 */
export function setTrouble(account, now) {
  trouble = now;
  tellAll({ about: "status", account });
}

/**
 * @param {string | null} account
 * @returns {Promise<Status>}
 */
export async function readStatus(account) {
  const [waiting, refused] = account ? await countUnsent(account) : [0, 0];
  const position = await readPosition(account);
  return {
    account,
    records: await countRecords(account),
    waiting,
    refused,
    syncedAt: position.synced_at,
    trouble,
    isClockWrong: isClockWrong(),
  };
}

/**
 * Count what an account's server does not have: waiting, and refused. Where nobody is signed in that is everything, in
 * numbers that would take long to read.
 *
 * @param {string} account
 */
async function countUnsent(account) {
  const entries = await listOutbox(account);
  const refused = entries.filter((entry) => entry.refused).length;
  return [entries.length - refused, refused];
}

/**
 * Say of each record that is not on the server where it is: "here", "sending", or why it was refused.
 *
 * @param {string | null} account
 * @returns {Promise<Map<string, "here" | "sending" | Journal.FieldError[]>>}
 */
export async function recordStates(account) {
  const entries = await listOutbox(account);
  return new Map(entries.map((entry) => [entry.id, entry.refused ?? (entry.sent ? "sending" : "here")]));
}
