// @ts-check
import { find, slot } from "../core/dom.js";
import { writtenAt } from "./days.js";
import { answersOf, fillFields, findDraft, readFields } from "./drafting.js";
import { allowSigns } from "./sign-watch.js";
import { isSign } from "./signs.js";

/**
 * Offer what was being written when the page was left. It takes the place of what the form shows of a record; what is
 * typed before the offer is taken stays.
 *
 * @param {HTMLElement} root
 * @param {HTMLFormElement} form
 * @param {string | null} account
 * @param {{name: string, isChange: boolean}} what
 * @param {() => Promise<unknown>} forget
 */
export async function offerDraft(root, form, account, { name, isChange }, forget) {
  const shown = readFields(form);
  const draft = await findDraft(account, name, isChange);
  if (!draft) return;
  const place = find(root, "[data-offer]", HTMLElement);
  place.replaceChildren(slot(root, "offer", { at: writtenAt(Date.parse(draft.at)) }));
  find(place, '[data-act="recover"]', HTMLButtonElement).addEventListener("click", () => {
    const now = readFields(form);
    const isUntouched = (/** @type {[string, string]} */ [key]) => (now[key] ?? "") === (shown[key] ?? "");
    const fields = Object.fromEntries(Object.entries(draft.fields).filter(isUntouched));
    fillFields(form, fields);
    const answers = answersOf(fields);
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
