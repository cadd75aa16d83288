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
  return inUnits(unit === "minute" ? Math.round(seconds / 60) : Math.round(seconds), unit);
}

/**
 * Say about how long something takes: half minutes from a minute on.
 *
 * @param {number} seconds
 */
export function roughTime(seconds) {
  if (seconds < 50) return spokenTime(Math.round(seconds / 5) * 5);
  return inUnits(Math.round(seconds / 30) / 2, "minute");
}

/** Making a format takes far longer than using it. @type {Map<string, Intl.NumberFormat>} */
const formats = new Map();

/**
 * @param {number} value
 * @param {"minute" | "second"} unit
 */
function inUnits(value, unit) {
  let format = formats.get(unit);
  if (!format) {
    format = new Intl.NumberFormat(document.documentElement.lang, { style: "unit", unit, unitDisplay: "long" });
    formats.set(unit, format);
  }
  return format.format(value);
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
