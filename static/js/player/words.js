// @ts-check
import { slot } from "../core/dom.js";

/**
 * Return the text of a template of the page, such as `say-half`.
 *
 * @param {HTMLElement} root
 * @param {string} name
 * @param {Record<string, string>} [texts] by place
 */
export function words(root, name, texts = {}) {
  return (slot(root, name, texts).textContent ?? "").trim().replace(/\s+/g, " ");
}

/**
 * Say a time as people do: "30 seconds", "2 minutes".
 *
 * @param {number} seconds
 */
export function spokenTime(seconds) {
  const unit = seconds >= 120 ? "minute" : "second";
  const value = unit === "minute" ? Math.round(seconds / 60) : Math.round(seconds);
  const format = { style: /** @type {const} */ ("unit"), unit, unitDisplay: /** @type {const} */ ("long") };
  return new Intl.NumberFormat(document.documentElement.lang, format).format(value);
}

/**
 * Say about how long something takes: half minutes from a minute on.
 *
 * @param {number} seconds
 */
export function roughTime(seconds) {
  if (seconds < 50) return spokenTime(Math.round(seconds / 5) * 5);
  const format = { style: /** @type {const} */ ("unit"), unit: "minute", unitDisplay: /** @type {const} */ ("long") };
  return new Intl.NumberFormat(document.documentElement.lang, format).format(Math.round(seconds / 30) / 2);
}

/**
 * Show a time that runs: 0:27.
 *
 * @param {number} seconds
 */
export function clockTime(seconds) {
  const whole = Math.max(0, Math.ceil(seconds - 0.05));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/**
 * Name what speaks against a move.
 *
 * @param {HTMLElement} root
 * @param {string[]} codes of cautions and equipment
 */
export function reasonsInWords(root, codes) {
  const all = slot(root, "reasons", {});
  const named = codes.map((code) => all.querySelector(`[data-reason="${code}"]`)?.textContent ?? code);
  return new Intl.ListFormat(document.documentElement.lang).format(named);
}
