// @ts-check
import { locale } from "../core/phrases.js";
import { readSetting } from "../core/settings.js";

const CENTIMETRES_IN_INCH = 2.54;

/**
 * Show lengths in the units that the person chose, or that the chosen region uses; without either, as written.
 *
 * @param {HTMLElement} root holds elements with `data-cm="95 115"`, from and to in centimetres; its own
 *   `data-imperial` names the regions that use inches
 */
export function mount(root) {
  const region = readSetting("region");
  const usual = (root.dataset.imperial ?? "").split(" ").includes(region) ? "imperial" : "metric";
  const units = readSetting("units") || (region && usual);
  if (!units) return;
  for (const place of root.querySelectorAll("[data-cm]")) {
    const [from, to] = (place.getAttribute("data-cm") ?? "").split(" ").map(Number);
    place.textContent = units === "imperial" ? rangeText(inInches(from), inInches(to), "inch") : rangeText(from, to, "centimeter");
  }
}

/** @param {number} centimetres */
function inInches(centimetres) {
  return Math.round(centimetres / CENTIMETRES_IN_INCH);
}

/** @type {(from: number, to: number, unit: string) => string} */
function rangeText(from, to, unit) {
  return new Intl.NumberFormat(locale(), { style: "unit", unit, unitDisplay: "long" }).formatRange(from, to);
}
