// @ts-check

/** @typedef {Record<string, Record<string, string>>} Codes words by list and code */

/**
 * Read the words of the codes that records keep, from `<template data-codes>`.
 *
 * @param {ParentNode} root
 * @returns {Codes}
 */
export function readCodes(root) {
  /** @type {Codes} */
  const codes = {};
  const template = root.querySelector("template[data-codes]");
  if (!(template instanceof HTMLTemplateElement)) return codes;
  for (const item of template.content.querySelectorAll("li")) {
    const { list = "", code = "" } = item.dataset;
    (codes[list] ??= {})[code] = item.textContent ?? "";
  }
  return codes;
}

/**
 * Return the words of a code; one that this page does not know stands for itself.
 *
 * @param {Codes} codes
 * @param {string} list
 * @param {unknown} code
 */
export function wordOf(codes, list, code) {
  return codes[list]?.[String(code)] ?? String(code).replaceAll("-", " ");
}
