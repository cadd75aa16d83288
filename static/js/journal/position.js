// @ts-check
import { newId } from "./kinds.js";
import { transact } from "./transact.js";

/**
 * Return how far this device is with the server; part of a transaction over "meta".
 *
 * @param {any} transaction
 * @returns {Promise<Journal.Position>}
 */
export async function positionIn(transaction) {
  const kept = await transaction.objectStore("meta").get("position");
  return kept ?? { ...NOWHERE, device_id: newId() };
}

/** @type {Omit<Journal.Position, "device_id">} */
const NOWHERE = {
  name: "position",
  device_secret: null,
  epoch: null,
  cursor: null,
  restoring: false,
  synced_at: null,
};

/**
 * Return how far this device is; the first call gives the device its id.
 *
 * @param {string | null} account
 */
export function readPosition(account) {
  return transact(account, ["meta"], "readwrite", async (transaction) => {
    const position = await positionIn(transaction);
    await transaction.objectStore("meta").put(position);
    return position;
  });
}
