// @ts-check

/**
 * Why the store of this device cannot be used: "unavailable" (switched off), "full", "blocked" (an older tab holds
 * it), "outdated" (this page is older than the store), "migration" (the store could not be changed) or "broken".
 *
 * @typedef {"unavailable" | "full" | "blocked" | "outdated" | "migration" | "broken"} StoreProblem
 */

/** Told on the document, with the problem as `detail.code`. */
export const STORE_PROBLEM = "hipcare:store-problem";

/** The store of this device did not do what was asked; nothing of it was kept. */
export class StoreError extends Error {
  /**
   * @param {StoreProblem} code
   * @param {unknown} [cause]
   */
  constructor(code, cause) {
    super(code, { cause });
    this.code = code;
    tellStoreProblem(code);
  }
}

/** @param {StoreProblem} code */
export function tellStoreProblem(code) {
  document.dispatchEvent(new CustomEvent(STORE_PROBLEM, { detail: { code } }));
}

/**
 * Return what went wrong in a transaction as a `StoreError`; what the work itself threw stays as it is.
 *
 * @param {unknown} error
 */
export function asStoreError(error) {
  if (!(error instanceof DOMException)) return error;
  return new StoreError(error.name === "QuotaExceededError" ? "full" : "broken", error);
}

/**
 * @param {unknown} error of opening a database
 * @param {boolean} upgrading
 * @returns {StoreProblem}
 */
export function openingProblem(error, upgrading) {
  const name = error instanceof DOMException ? error.name : "";
  if (name === "QuotaExceededError") return "full";
  if (upgrading) return "migration";
  if (name === "VersionError") return "outdated";
  return name === "UnknownError" || name === "AbortError" ? "broken" : "unavailable";
}
