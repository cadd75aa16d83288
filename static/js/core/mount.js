// @ts-check

/** @typedef {(root: HTMLElement) => void} Behaviour */

/**
 * Give each element of `scope` that names a behaviour that behaviour; one that breaks stops no other.
 *
 * @param {ParentNode} scope
 * @param {Record<string, Behaviour>} behaviours by the value of `data-behaviour`; several are parted by spaces
 */
export function mountAll(scope, behaviours) {
  for (const root of scope.querySelectorAll("[data-behaviour]")) {
    if (!(root instanceof HTMLElement)) continue;
    for (const name of (root.dataset.behaviour ?? "").split(/\s+/)) mountOne(root, behaviours[name]);
  }
}

/**
 * @param {HTMLElement} root
 * @param {Behaviour | undefined} behaviour
 */
function mountOne(root, behaviour) {
  try {
    behaviour?.(root);
  } catch (error) {
    reportError(error);
  }
}
