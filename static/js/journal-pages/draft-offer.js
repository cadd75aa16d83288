// @ts-check
import { find, slot } from "../core/dom.js";
import { clockText } from "../sitting/phrases.js";
import { fillAnswers, readAnswers } from "./answering.js";
import { draftAnswers, findDraft } from "./drafting.js";
import { allowSigns } from "./sign-watch.js";
import { isSign } from "./signs.js";

/**
 * Offer what was being written when the page was left.
 *
 * @param {HTMLElement} root
 * @param {HTMLFormElement} form
 * @param {string | null} account
 * @param {string} name
 * @param {() => Promise<unknown>} forget
 */
export async function offerDraft(root, form, account, name, forget) {
  const draft = await findDraft(account, name);
  if (!draft) return;
  const place = find(root, "[data-offer]", HTMLElement);
  place.replaceChildren(slot(root, "offer", { at: clockText(Date.parse(draft.at)) }));
  find(place, '[data-act="recover"]', HTMLButtonElement).addEventListener("click", () => {
    const typed = readAnswers(form).filter(([, value]) => value !== "");
    const names = new Set(typed.map(([one]) => one));
    const answers = draftAnswers(draft).filter(([one]) => !names.has(one));
    fillAnswers(form, answers);
    if (answers.some(([one, value]) => isSign(one, value))) allowSigns(root);
    const isMore = answers.some(([one]) => !["back", "leg", "reach", "side"].includes(one));
    if (isMore) find(form, "[data-more]", HTMLDetailsElement).open = true;
    place.replaceChildren(slot(root, "recovered", {}));
    form.querySelector("input")?.focus();
  });
  find(place, '[data-act="drop"]', HTMLButtonElement).addEventListener("click", () => {
    place.replaceChildren();
    void forget();
    form.querySelector("input")?.focus();
  });
}
