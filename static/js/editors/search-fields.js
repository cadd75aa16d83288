// @ts-check
// A plain script of the editors' room. Select2 gives its search fields no name: each takes the label of the
// field that it stands for.
(() => {
  /** @param {Element} input */
  function fieldOf(input) {
    const container = input.closest(".select2-dropdown")
      ? document.querySelector("select + .select2-container--open")
      : input.closest(".select2-container");
    const select = container?.previousElementSibling;
    return select instanceof HTMLSelectElement ? select : null;
  }

  function nameSearchFields() {
    for (const input of document.querySelectorAll(".select2-search__field:not([aria-label])")) {
      const label = fieldOf(input)?.labels?.[0]?.textContent?.trim();
      if (label) input.setAttribute("aria-label", label);
    }
  }

  document.addEventListener("DOMContentLoaded", () => {
    new MutationObserver(nameSearchFields).observe(document.body, { childList: true, subtree: true });
    nameSearchFields();
  });
})();
