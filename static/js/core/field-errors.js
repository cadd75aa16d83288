// @ts-check

/**
 * Say beside each field what is wrong with it, and put the focus on the first.
 *
 * @param {HTMLFormElement} form
 * @param {[string, string][]} errors names of fields and what to say; none takes all words away
 */
export function showErrors(form, errors) {
  for (const field of form.querySelectorAll("[data-field]")) sayError(field, "");
  for (const [name, text] of errors) {
    const field = form.querySelector(`[data-field="${name}"]`);
    if (field) sayError(field, text);
  }
  nameErrors(form, errors.length > 0);
  const first = form.querySelector(".field--error :is(input, select, textarea)");
  const folded = first?.closest("details");
  if (folded) folded.open = true;
  if (first instanceof HTMLElement) first.focus();
}

/**
 * @param {Element} field
 * @param {string} text
 */
function sayError(field, text) {
  const place = field.querySelector("[data-error]");
  if (!(place instanceof HTMLElement)) return;
  place.textContent = text;
  place.hidden = text === "";
  field.classList.toggle("field--error", text !== "");
  const control = field.matches("fieldset") ? field : field.querySelector("input, select, textarea");
  if (text) control?.setAttribute("aria-describedby", place.id);
  else control?.removeAttribute("aria-describedby");
  for (const one of field.querySelectorAll("input, select, textarea")) {
    if (text) one.setAttribute("aria-invalid", "true");
    else one.removeAttribute("aria-invalid");
  }
}

/**
 * Say in the title of the page that something is to be put right.
 *
 * @param {HTMLFormElement} form
 * @param {boolean} wrong
 */
function nameErrors(form, wrong) {
  const prefix = form.closest("[data-error-title]")?.getAttribute("data-error-title") ?? "";
  const plain = document.title.startsWith(prefix) ? document.title.slice(prefix.length) : document.title;
  document.title = wrong ? prefix + plain : plain;
}
