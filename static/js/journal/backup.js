// @ts-check
import { canonical, checkedData } from "./content.js";
import { KINDS, idFrom } from "./kinds.js";
import { getRecord, listAll, saveRecord } from "./records.js";

const FORMAT = "hipcare-journal";
const VERSION = 1;

/** The file is no backup of a journal, or one that is newer than this code. */
export class BackupError extends Error {}

/**
 * @typedef {object} Restored how many records of a file
 * @property {number} added were not here
 * @property {number} same were here already
 * @property {number} both were here with other content: the file's stand beside them as conflict copies
 * @property {number} unreadable could not be read
 */

/**
 * Return everything in a journal as the text of a file. Works without a network.
 *
 * @param {string | null} account
 * @returns {Promise<string>} JSON
 */
export async function makeBackup(account) {
  const rows = await listAll(account);
  const records = rows.map(({ id, kind, changed_at, data }) => ({ id, kind, changed_at, data }));
  return JSON.stringify({ format: FORMAT, version: VERSION, made_at: new Date().toISOString(), records }, null, 1);
}

/**
 * Add what a backup holds to a journal; nothing that is here is overwritten.
 *
 * @param {string | null} account
 * @param {string} text
 * @returns {Promise<Restored>}
 * @throws {BackupError | StoreError}
 */
export async function restoreBackup(account, text) {
  const restored = { added: 0, same: 0, both: 0, unreadable: 0 };
  for (const record of readRecords(text)) restored[await restoreOne(account, record)] += 1;
  return restored;
}

/**
 * @param {string | null} account
 * @param {{id?: unknown, kind?: unknown, data?: unknown}} record
 * @returns {Promise<keyof Restored>}
 */
async function restoreOne(account, record) {
  const kind = KINDS.find((known) => known === record?.kind);
  const id = typeof record?.id === "string" && /^[0-9a-f-]{36}$/.test(record.id) ? record.id : null;
  const data = readData(record?.data);
  if (!kind || !id || !data) return "unreadable";
  const here = await getRecord(account, id);
  if (!here) {
    await saveRecord(account, kind, data, { id });
    return "added";
  }
  if (canonical(here.data) === canonical(data)) return "same";
  // A profile is one: what it has here stays, what it lacks is added.
  if (kind === "profile") {
    await saveRecord(account, kind, { ...data, ...here.data });
    return "both";
  }
  const copy = { ...data, conflict_of: id };
  // The same file read again makes no second copy.
  const copyId = await idFrom(id, canonical(copy));
  if (await getRecord(account, copyId)) return "same";
  await saveRecord(account, kind, copy, { id: copyId });
  return "both";
}

/** @param {unknown} data */
function readData(data) {
  if (typeof data !== "object" || data === null || Array.isArray(data)) return null;
  try {
    return checkedData(/** @type {Journal.Data} */ (data));
  } catch {
    return null;
  }
}

/**
 * @param {string} text
 * @returns {any[]}
 */
function readRecords(text) {
  let backup;
  try {
    backup = JSON.parse(text);
  } catch (error) {
    throw new BackupError("no JSON", { cause: error });
  }
  if (backup?.format !== FORMAT || !Array.isArray(backup.records)) throw new BackupError("another format");
  if (backup.version > VERSION) throw new BackupError("newer than this page");
  return backup.records;
}
