// @ts-check
import { followSetting } from "../core/settings.js";

/**
 * Cards of which the person's own comes first; nothing else changes.
 *
 * @param {HTMLElement} root its items carry `data-card`
 */
export function mount(root) {
  const cards = [...root.children];
  followSetting("mine:first-card", (value) => {
    const first = cards.filter((card) => card instanceof HTMLElement && card.dataset.card === value);
    root.append(...first, ...cards.filter((card) => !first.includes(card)));
  });
}
