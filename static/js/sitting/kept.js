// @ts-check

/**
 * Keep a record in the journal of this device. The journal's code is loaded when it is first needed.
 *
 * @param {Journal.Kind} kind
 * @param {Journal.Data} data
 * @param {string} [id] of a record whose fields these replace
 * @returns {Promise<string>} its id, once it is on the disk
 */
export async function keepRecord(kind, data, id) {
  const { saveRecord } = await import("../journal/handover.js");
  return (await saveRecord(kind, data, id ? { id } : undefined)).id;
}

/**
 * Return the records of a kind, oldest first.
 *
 * @param {Journal.Kind} kind
 * @param {number} [from] milliseconds
 * @returns {Promise<{id: string, data: Journal.Data}[]>}
 */
export async function keptRecords(kind, from = 0) {
  const [{ listRecords }, { currentAccount }] = await Promise.all([
    import("../journal/records.js"),
    import("../device/pointer.js"),
  ]);
  const rows = await listRecords(currentAccount(), kind, { from: new Date(from).toISOString() });
  return rows.map(({ id, data }) => ({ id, data: data ?? {} }));
}
