// @ts-check
import { tellAll } from "./channel.js";
import { listOutbox } from "./outbox.js";
import { readPosition } from "./position.js";
import { countRecords } from "./records.js";

/**
 * @typedef {object} Status
 * @property {string | null} account
 * @property {number} records on this device
 * @property {number} waiting of them not on the server yet
 * @property {number} refused not taken by the server; they wait for the person
 * @property {string | null} syncedAt
 * @property {Journal.Trouble | null} trouble what keeps the last try from having worked
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
  const entries = await listOutbox(account);
  const position = await readPosition(account);
  const refused = entries.filter((entry) => entry.refused).length;
  return {
    account,
    records: await countRecords(account),
    waiting: entries.length - refused,
    refused,
    syncedAt: position.synced_at,
    trouble,
  };
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
