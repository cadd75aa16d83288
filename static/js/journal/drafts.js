// @ts-check
import { transact } from "./transact.js";

/**
 * Keep what stands in one field of a form that is not saved yet.
 *
 * @param {string | null} account
 * @param {string} form such as "check-in"
 * @param {string} field
 * @param {string} value
 */
export function saveDraftField(account, form, field, value) {
  return transact(account, ["drafts"], "readwrite", async (transaction) => {
    const drafts = transaction.objectStore("drafts");
    /** @type {Journal.Draft | undefined} */
    const draft = await drafts.get(form);
    await drafts.put({ form, fields: { ...draft?.fields, [field]: value }, at: new Date().toISOString() });
  });
}

/**
 * @param {string | null} account
 * @param {string} form
 * @returns {Promise<Journal.Draft | null>} what was being written, with the time of its last change
 */
export function readDraft(account, form) {
  return transact(account, ["drafts"], "readonly", async (transaction) => {
    return (await transaction.objectStore("drafts").get(form)) ?? null;
  });
}

/**
 * @param {string | null} account
 * @param {string} form which was saved or given up
 */
export function forgetDraft(account, form) {
  return transact(account, ["drafts"], "readwrite", (transaction) => transaction.objectStore("drafts").delete(form));
}
