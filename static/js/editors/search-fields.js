// @ts-check
// A plain script of the editors' room. Select2 gives its search fields no name, and its choices only that of what was
// chosen: each takes the label of the field that it stands for.
(() => {
  /** @param {Element} part */
  function fieldOf(part) {
    const container = part.closest(".select2-dropdown")
      ? document.querySelector("select + .select2-container--open")
      : part.closest(".select2-container");
    const select = container?.previousElementSibling;
    return select instanceof HTMLSelectElement ? select : null;
  }

  function nameSearchFields() {
    for (const input of document.querySelectorAll(".select2-search__field:not([aria-label])")) {
      const label = fieldOf(input)?.labels?.[0]?.textContent?.trim();
      if (label) input.setAttribute("aria-label", label);
    }
  }

  function nameChoices() {
    for (const choice of document.querySelectorAll(".select2-selection--single")) {
      const shown = choice.querySelector(".select2-selection__rendered");
      const label = fieldOf(choice)?.labels?.[0];
      if (!shown || !label || shown.getAttribute("aria-labelledby")) continue;
      label.id ||= `${label.htmlFor}-label`;
      shown.setAttribute("aria-labelledby", label.id);
      choice.setAttribute("aria-labelledby", `${label.id} ${shown.id}`);
    }
  }

  function nameAll() {
    nameSearchFields();
    nameChoices();
  }

  document.addEventListener("DOMContentLoaded", () => {
    new MutationObserver(nameAll).observe(document.body, { childList: true, subtree: true });
    nameAll();
  });
})();
