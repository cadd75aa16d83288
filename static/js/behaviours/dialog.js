// @ts-check

/**
 * A button that opens the dialog whose id is in its `data-dialog`; closing gives focus back by itself.
 *
 * @param {HTMLElement} root
 */
export function mount(root) {
  const dialog = document.getElementById(root.dataset.dialog ?? "");
  if (!(dialog instanceof HTMLDialogElement)) return;
  root.addEventListener("click", () => dialog.showModal());
}
