// @ts-check
import { part } from "./screens.js";

/**
 * @param {HTMLFormElement} form
 * @param {"before" | "after"} when
 * @returns {import("./record.js").Feelings} only what was answered
 */
export function readFeelings(form, when) {
  const answers = new FormData(form);
  const pain = answers.get(`${when}-pain`);
  const leg = answers.get(`${when}-leg`);
  return { ...(pain === null ? {} : { back: Number(pain) }), ...(leg === null ? {} : { leg_change: String(leg) }) };
}

/**
 * Say what leg pain that travels down means, as soon as it is told.
 *
 * @param {HTMLElement} root
 */
export function mountFeelings(root) {
  root.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !target.name.endsWith("-leg")) return;
    part(root, `${target.name.replace("-leg", "")}-further`).hidden = target.value !== "further-down";
  });
}
