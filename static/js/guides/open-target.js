// @ts-check

/**
 * Open the folded part that the address points to, and any that a search on the page would find inside.
 *
 * @param {HTMLElement} root holds the folded parts
 */
export function mount(root) {
  openTarget(root);
  window.addEventListener("hashchange", () => openTarget(root));
}

/** @param {HTMLElement} root */
function openTarget(root) {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!(target instanceof HTMLDetailsElement) || !root.contains(target)) return;
  target.open = true;
  target.scrollIntoView();
}
