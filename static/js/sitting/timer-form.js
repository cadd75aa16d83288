// @ts-check
import { find } from "../core/dom.js";
import { permission, wasAsked } from "./notifications.js";
import { canVibrate } from "./cues.js";
import { keepTimerSettings, timerSettings } from "./timer-run.js";
import { isFit } from "./timer-settings.js";

/**
 * The field for the minutes: takes over what was kept, and steps up and down by its buttons.
 *
 * @param {HTMLElement} root
 * @param {() => void} start called with the minutes kept
 */
export function mountStart(root, start) {
  const form = find(root, "[data-start]", HTMLFormElement);
  const field = find(form, "[name=minutes]", HTMLInputElement);
  field.value = String(timerSettings().minutes);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const minutes = Number(field.value);
    const fits = field.value.trim() !== "" && isFit("minutes", minutes);
    showError(field, !fits);
    if (!fits) return;
    keepTimerSettings({ ...timerSettings(), minutes });
    start();
  });
  form.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("[data-step]") : null;
    if (!button) return;
    const to = Math.round((Number(field.value) || 0) / 5) * 5 + Number(button.getAttribute("data-step"));
    field.value = String(Math.min(Number(field.max), Math.max(Number(field.min), to)));
    showError(field, false);
  });
}

/**
 * Show or take away the message beside a field; a wrong field gets the focus.
 *
 * @param {HTMLInputElement} field
 * @param {boolean} wrong
 */
export function showError(field, wrong) {
  const whole = field.closest("[data-field]");
  const message = whole?.querySelector("[data-error]");
  if (!whole || !message) return;
  message.toggleAttribute("hidden", !wrong);
  whole.classList.toggle("field--error", wrong);
  const hint = whole.querySelector(".field__hint")?.id ?? "";
  field.setAttribute("aria-describedby", wrong ? `${hint} ${message.id}`.trim() : hint);
  field.toggleAttribute("aria-invalid", wrong);
  if (!wrong) return;
  field.setAttribute("aria-invalid", "true");
  field.focus();
}

/**
 * The settings, kept as soon as one changes.
 *
 * @param {HTMLElement} root
 */
export function mountSettings(root) {
  const form = find(root, "[data-settings-form]", HTMLFormElement);
  fill(form);
  root.querySelector("[data-needs=vibration]")?.toggleAttribute("hidden", !canVibrate());
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", () => {
    const settings = /** @type {Record<string, unknown>} */ ({ ...timerSettings() });
    for (const field of fieldsOf(form)) {
      const value = valueOf(field);
      if (isFit(field.name, value)) settings[field.name] = value;
    }
    keepTimerSettings(/** @type {ReturnType<typeof timerSettings>} */ (/** @type {unknown} */ (settings)));
    showPermission(root);
  });
  showPermission(root);
}

/** @param {HTMLElement} root */
export function showPermission(root) {
  const state = wasAsked() ? "asked" : permission();
  const wanted = timerSettings().notification ? state : "";
  for (const line of root.querySelectorAll("[data-permission]")) {
    line.toggleAttribute("hidden", line.getAttribute("data-permission") !== wanted);
  }
}

/** @param {HTMLFormElement} form */
function fill(form) {
  const settings = /** @type {Record<string, unknown>} */ ({ ...timerSettings() });
  for (const field of fieldsOf(form)) {
    if (field instanceof HTMLInputElement && field.type === "checkbox") field.checked = settings[field.name] === true;
    else field.value = String(settings[field.name]);
  }
}

/** @param {HTMLFormElement} form */
function fieldsOf(form) {
  return /** @type {(HTMLInputElement | HTMLSelectElement)[]} */ ([...form.querySelectorAll("input, select")]);
}

/** @param {HTMLInputElement | HTMLSelectElement} field */
function valueOf(field) {
  if (field instanceof HTMLSelectElement) return Number(field.value);
  return field.type === "checkbox" ? field.checked : field.value;
}
