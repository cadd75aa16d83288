// @ts-check
import { slot } from "./dom.js";

/**
 * Return the words of a template as one line of text.
 *
 * @param {ParentNode} scope
 * @param {string} name of the slot
 * @param {Record<string, string>} [texts]
 */
export function phrase(scope, name, texts = {}) {
  return (slot(scope, name, texts).textContent ?? "").replace(/\s+/g, " ").trim();
}

/**
 * Making a format takes a slow phone a twentieth of a second, and short numbers are written alike in every language here.
 *
 * @param {number} count whole
 */
export function countText(count) {
  return count < 1000 ? String(count) : new Intl.NumberFormat(locale()).format(count);
}

/** @returns {string} the page's language, as the reader's own country writes it where that is known */
export function locale() {
  const { lang } = document.documentElement;
  return navigator.languages.find((one) => one.split("-")[0] === lang.split("-")[0]) ?? lang;
}

/**
 * Show a moment as the wall clock does where the reader is.
 *
 * @param {number} at milliseconds
 */
export function clockText(at) {
  return new Intl.DateTimeFormat(locale(), { timeStyle: "short" }).format(at);
}

/**
 * @param {number} length milliseconds
 * @returns {string} such as "9:05" or "1:59:30"
 */
export function durationText(length) {
  const seconds = Math.max(0, Math.floor(length / 1000));
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/**
 * Say how long until something: up to the last moment of a second, that second counts.
 *
 * @param {number} length milliseconds
 */
export function leftText(length) {
  return durationText(Math.ceil(length / 1000) * 1000);
}
