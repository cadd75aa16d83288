// @ts-check
import { changed } from "./form.js";

/** @typedef {import("./draft-store.js").Fields} Fields */
/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Field */

/**
 * @param {HTMLFormElement} form
 * @returns {Fields} what stands in its fields; nothing hidden, secret, or a file
 */
export function stateOf(form) {
  /** @type {Fields} */
  const fields = {};
  for (const field of typedIn(form)) {
    fields[field.name] ??= [];
    fields[field.name].push(...valuesOf(field));
  }
  return fields;
}

/**
 * Write values back; rows that the form lacks are added.
 *
 * @param {HTMLFormElement} form
 * @param {Fields} fields
 */
export function restore(form, fields) {
  addRows(form, Object.keys(fields));
  for (const field of typedIn(form)) {
    const values = fields[field.name];
    if (values && write(field, values)) changed(field);
  }
}

/**
 * @param {HTMLFormElement} form
 * @returns {Field[]}
 */
function typedIn(form) {
  return [...form.elements].filter(
    /** @returns {field is Field} */ (field) =>
      (field instanceof HTMLInputElement || field instanceof HTMLSelectElement || field instanceof HTMLTextAreaElement) &&
      field.name !== "" &&
      field.name !== "replace_version" &&
      !field.name.includes("__prefix__") &&
      !["hidden", "password", "file", "submit", "button"].includes(field.type),
  );
}

/**
 * @param {Field} field
 * @returns {{value: string, label: string}[]}
 */
function valuesOf(field) {
  if (field instanceof HTMLSelectElement) {
    return [...field.selectedOptions].map((option) => ({ value: option.value, label: option.label }));
  }
  if (field instanceof HTMLInputElement && isBox(field)) return field.checked ? [{ value: field.value, label: "" }] : [];
  return [{ value: field.value, label: "" }];
}

/**
 * @param {Field} field
 * @param {{value: string, label: string}[]} values
 * @returns {boolean} whether that changed anything
 */
function write(field, values) {
  const before = JSON.stringify(valuesOf(field));
  const wanted = new Set(values.map(({ value }) => value));
  if (field instanceof HTMLSelectElement) {
    // A field that is searched in has only its chosen options.
    const there = new Set([...field.options].map((option) => option.value));
    for (const { value, label } of values) if (!there.has(value)) field.add(new Option(label, value));
    for (const option of field.options) option.selected = wanted.has(option.value);
  } else if (field instanceof HTMLInputElement && isBox(field)) {
    field.checked = wanted.has(field.value);
  } else {
    field.value = values[0]?.value ?? "";
  }
  return JSON.stringify(valuesOf(field)) !== before;
}

/** @param {HTMLInputElement} field */
function isBox(field) {
  return field.type === "checkbox" || field.type === "radio";
}

/**
 * Press the admin's own “add another” until each row that is named is there.
 *
 * @param {HTMLFormElement} form
 * @param {string[]} names
 */
function addRows(form, names) {
  for (const group of form.querySelectorAll(".js-inline-admin-formset")) {
    const prefix = group.id.replace(/-group$/, "");
    const numbers = names.flatMap((name) => (name.startsWith(`${prefix}-`) ? [parseInt(name.slice(prefix.length + 1), 10)] : []));
    const wanted = Math.max(0, ...numbers.filter(Number.isInteger).map((number) => number + 1));
    const total = form.elements.namedItem(`${prefix}-TOTAL_FORMS`);
    for (let there = total instanceof HTMLInputElement ? Number(total.value) : wanted; there < wanted; there += 1) {
      const add = group.querySelector(".add-row a");
      if (add instanceof HTMLElement) add.click();
    }
  }
}
