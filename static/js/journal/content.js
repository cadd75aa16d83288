// @ts-check

const LARGEST = 64 * 1024;
const DEEPEST = 12;

/** What was to be saved is nothing that can be kept unchanged; `code` is "unstorable" or "too_large". */
export class ContentError extends Error {
  /** @param {"unstorable" | "too_large"} code */
  constructor(code) {
    super(code);
    this.code = code;
  }
}

/**
 * Return the data as it will come back from everywhere: plain JSON.
 *
 * @param {Journal.Data} data
 * @returns {Journal.Data}
 * @throws {ContentError} for NUL, lone surrogates, numbers that are none, and more than 64 KiB
 */
export function checkedData(data) {
  if (!isStorable(data, 0)) throw new ContentError("unstorable");
  const text = JSON.stringify(data);
  if (new TextEncoder().encode(text).length > LARGEST) throw new ContentError("too_large");
  return JSON.parse(text);
}

/**
 * @param {unknown} value
 * @param {number} depth
 * @returns {boolean}
 */
function isStorable(value, depth) {
  if (typeof value === "string") return !value.includes("\0") && isWellFormed(value);
  if (typeof value === "number") return Number.isFinite(value) && Math.abs(value) <= 2 ** 53;
  if (typeof value !== "object" || value === null) return value !== undefined && typeof value !== "bigint";
  if (depth >= DEEPEST) return false;
  return Object.entries(value).every(
    ([name, inner]) => inner === undefined || (isStorable(name, depth) && isStorable(inner, depth + 1)),
  );
}

/** @param {string} text */
function isWellFormed(text) {
  try {
    encodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Return one text for everything that says the same, whatever the order of its fields.
 *
 * @param {unknown} value
 * @returns {string}
 */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
  const fields = Object.entries(value).filter(([, inner]) => inner !== undefined);
  fields.sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${fields.map(([name, inner]) => `${JSON.stringify(name)}:${canonical(inner)}`).join()}}`;
}

/**
 * Return a short text by which a device recognises a version that it has seen (cyrb53, 53 bits; no secret).
 *
 * @param {Journal.Data | null} data null where the record is deleted
 */
export function fingerprint(data) {
  const text = canonical(data);
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}
