// @ts-check
import { find, slot } from "../core/dom.js";
import { keptRecords } from "./kept.js";

/** @returns {Promise<string[]>} what the person has told about the body, from the journal of this device */
export async function readCautions() {
  const profiles = await keptRecords("profile").catch(() => []); // no store here: nothing was told
  return profiles.flatMap(({ data }) => (Array.isArray(data.cautions) ? data.cautions : []));
}

/**
 * Draw a position that is left out, with the reasons: nothing goes without a word.
 *
 * @param {HTMLElement} root
 * @param {Element} element of the position; its first link leads to the position's page
 * @param {string[]} reasons codes
 */
export function leftOutItem(root, element, reasons) {
  const page = find(element, "a", HTMLAnchorElement);
  const labels = slot(root, "reasons", {});
  const why = reasons.map((code) => labels.querySelector(`[data-code="${code}"]`)?.textContent ?? code).join(", ");
  const item = slot(root, "left-out", { title: page.textContent ?? "", why });
  find(item, "a", HTMLAnchorElement).href = page.href;
  find(item, "[data-title]", HTMLElement).lang = page.lang;
  return item;
}
