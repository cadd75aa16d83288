// @ts-check
import { slot } from "../core/dom.js";

/**
 * Return what stands in a form.
 *
 * @param {HTMLFormElement} form
 * @returns {[string, string][]}
 */
export function readAnswers(form) {
  return [...new FormData(form)].map(([name, value]) => [name, String(value)]);
}

/**
 * Put answers into a form; places of the body open before what is said about them.
 *
 * @param {HTMLFormElement} form
 * @param {[string, string][]} answers
 */
export function fillAnswers(form, answers) {
  const first = answers.filter(([name]) => name === "region");
  for (const [name, value] of [...first, ...answers]) fillOne(form, name, value);
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 * @param {string} value
 */
function fillOne(form, name, value) {
  for (const field of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
    if (field instanceof HTMLInputElement && ["radio", "checkbox"].includes(field.type)) {
      if (field.value !== value || field.checked) continue;
      field.checked = true;
      openRegion(form, field);
    } else if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement || field instanceof HTMLTextAreaElement) {
      field.value = value;
    }
  }
}

/**
 * Ask more about a place of the body that is ticked; take the questions away where it is not.
 *
 * @param {HTMLFormElement} form
 * @param {HTMLInputElement} box
 */
export function openRegion(form, box) {
  if (box.name !== "region") return;
  const item = box.closest("[data-region]");
  item?.querySelector("[data-region-more]")?.remove();
  if (!item || !box.checked) return;
  const more = slot(form.closest("[data-behaviour]") ?? document, "region-more", {});
  const group = more.querySelector("[data-region-more]");
  group?.setAttribute("role", "group");
  group?.setAttribute("aria-label", box.labels?.[0]?.textContent?.trim() ?? "");
  for (const field of more.querySelectorAll("[data-part]")) nameField(field, box.value);
  item.append(more);
}

/**
 * @param {Element} field
 * @param {string} region
 */
function nameField(field, region) {
  const part = field.getAttribute("data-part") ?? "";
  field.setAttribute("name", `region-${part}-${region}`);
  field.id = `region-${part}-${region}-${field.getAttribute("value") ?? ""}`;
  const label = field.closest(".field")?.querySelector(`[data-for="${part}"]`) ?? field.closest("label");
  label?.setAttribute("for", field.id);
}
