// @ts-check
const KEY = "hipcare:deleting";

/**
 * Note, for this tab, which account is about to be deleted.
 *
 * @param {string} account
 */
export function noteDeleting(account) {
  sessionStorage.setItem(KEY, account);
}

/** @returns {string | null} the account that was noted; asked again, none */
export function takeDeleting() {
  const account = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  return account;
}
