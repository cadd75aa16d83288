// @ts-check

/**
 * What the person told about the body and made for it. It is one record of the journal, so that it stays on this
 * device, goes along with an account, and leaves with it.
 *
 * @typedef {object} Profile
 * @property {string[]} [cautions] codes
 * @property {Record<string, string>} [answers] of "About me", by question
 * @property {string} [set] "surgery", "gentle" or "flexible"
 * @property {{what: string, date: string}} [surgery]
 * @property {string[] | null} [equipment] codes of what is there; missing or null where it was not said
 * @property {string[]} [favourites] slugs of moves
 * @property {OwnRoutine[]} [routines]
 *
 * @typedef {{slug: string, title: string, seconds: number | null}} OwnStep seconds: null is the move's own dose
 * @typedef {{id: string, title: string, steps: OwnStep[]}} OwnRoutine
 */

/**
 * The journal's modules are only loaded when they are needed: they would double what a page has to read first.
 *
 * @returns {Promise<Profile>} empty where nothing was told
 * @throws where this device lets nothing be kept
 */
export async function readProfile() {
  const [{ getRecord }, { PROFILE_ID }, { currentAccount }] = await Promise.all([
    import("../journal/records.js"),
    import("../journal/kinds.js"),
    import("../device/pointer.js"),
  ]);
  const row = await getRecord(currentAccount(), PROFILE_ID);
  return /** @type {Profile} */ (row?.data ?? {});
}

/**
 * @param {Profile} fields those that changed
 * @returns {Promise<void>} once they are on the disk
 */
export async function writeProfile(fields) {
  const { saveRecord } = await import("../journal/handover.js");
  await saveRecord("profile", { ...fields });
}
