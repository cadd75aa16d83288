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

/** @param {Journal.Draft} draft */
export function saysSomething(draft) {
  return Object.values(draft.fields).some(Boolean);
}

/**
 * @param {string | null} account
 * @returns {Promise<number>} how many forms were begun and not saved
 */
export async function countDrafts(account) {
  return (await listDrafts(account)).filter(saysSomething).length;
}

/**
 * @param {string | null} account
 * @returns {Promise<Journal.Draft[]>}
 */
function listDrafts(account) {
  return transact(account, ["drafts"], "readonly", (transaction) => transaction.objectStore("drafts").getAll());
}

/**
 * Give what nobody has half written to an account. Where the same form was begun in both, the later answers count and
 * the earlier ones stand where those say nothing.
 *
 * @param {string} account
 */
export async function adoptDrafts(account) {
  const drafts = await listDrafts(null);
  await transact(account, ["drafts"], "readwrite", async (transaction) => {
    const store = transaction.objectStore("drafts");
    for (const draft of drafts) {
      /** @type {Journal.Draft} */
      const own = (await store.get(draft.form)) ?? draft;
      const [earlier, later] = own.at < draft.at ? [own, draft] : [draft, own];
      await store.put({ ...later, fields: { ...earlier.fields, ...later.fields } });
    }
  });
}
