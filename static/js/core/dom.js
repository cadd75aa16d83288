// @ts-check

/**
 * Find the one element that the script cannot do without.
 *
 * @template {Element} Kind
 * @param {ParentNode} scope
 * @param {string} selector
 * @param {new (...args: never[]) => Kind} kind
 * @returns {Kind}
 * @throws {Error} where the template and the script disagree
 */
export function find(scope, selector, kind) {
  const element = scope.querySelector(selector);
  if (!(element instanceof kind)) throw new Error(`nothing matches ${selector}`);
  return element;
}

/**
 * Copy the words of `<template data-slot="name">` and fill its `data-<key>` places with text.
 *
 * @param {ParentNode} scope
 * @param {string} name
 * @param {Record<string, string>} texts by key: `{count: "3"}` fills `<span data-count>`
 * @returns {DocumentFragment}
 */
export function slot(scope, name, texts) {
  const template = find(scope, `template[data-slot="${name}"]`, HTMLTemplateElement);
  const words = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
  for (const [key, text] of Object.entries(texts)) {
    for (const place of words.querySelectorAll(`[data-${key}]`)) place.textContent = text;
  }
  return words;
}
