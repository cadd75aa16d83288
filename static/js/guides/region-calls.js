// @ts-check
import { followSetting } from "../core/settings.js";

/**
 * Show the call buttons of the chosen region, from `<template id="calls-…">`; without a choice what the page
 * came with.
 *
 * @param {HTMLElement} root
 */
export function mount(root) {
  const unchosen = [...root.childNodes];
  followSetting("region", (code) => {
    const template = code ? document.getElementById(`calls-${code}`) : null;
    if (template instanceof HTMLTemplateElement) root.replaceChildren(template.content.cloneNode(true));
    else root.replaceChildren(...unchosen);
  });
}
