// @ts-check

/** Why this page must not be reloaded now, such as "timer". @type {Set<string>} */
const reasons = new Set();

/**
 * Keep this page from being reloaded while something runs that a reload would lose.
 *
 * @param {string} reason a code such as "timer"
 * @returns {() => void} call it when it is over
 */
export function markBusy(reason) {
  reasons.add(reason);
  document.documentElement.dataset.busy = [...reasons].join(" ");
  return () => {
    reasons.delete(reason);
    if (reasons.size) document.documentElement.dataset.busy = [...reasons].join(" ");
    else delete document.documentElement.dataset.busy;
  };
}

/** @returns {boolean} whether a reload would stop something or lose what was typed */
export function isBusy() {
  return Boolean(document.documentElement.dataset.busy) || [...document.forms].some(hasUnsavedText);
}

/**
 * A form that sends or keeps something and differs from what the page came with. A search form loses nothing.
 *
 * @param {HTMLFormElement} form
 */
function hasUnsavedText(form) {
  if (form.method === "get" && !("keeps" in form.dataset)) return false;
  return [...form.elements].some(isChanged);
}

/** @param {Element} field */
function isChanged(field) {
  if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
  if (field instanceof HTMLSelectElement) return isSelectionChanged(field);
  if (!(field instanceof HTMLInputElement) || field.type === "hidden") return false;
  return ["checkbox", "radio"].includes(field.type)
    ? field.checked !== field.defaultChecked
    : field.value !== field.defaultValue;
}

/** @param {HTMLSelectElement} field */
function isSelectionChanged(field) {
  const options = [...field.options];
  // A list without a marked option comes with its first one chosen.
  const comesMarked = field.multiple || options.some((one) => one.defaultSelected);
  return options.some((one, index) => one.selected !== (comesMarked ? one.defaultSelected : index === 0));
}
