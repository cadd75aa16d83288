// @ts-check
import { find, slot } from "../core/dom.js";
import { moment } from "../core/moment.js";
import { readSetting, writeSetting } from "../core/settings.js";
import { readMine } from "../device/mine.js";
import { saveRecord } from "../journal/handover.js";
import { mayAdvise } from "../offline/install.js";
import { writtenAt } from "./days.js";
import { findDraft } from "./drafting.js";
import { isBackupDue, isReviewDue } from "./due.js";
import { takeNo } from "./install-advice.js";
import { reviewData } from "./measure-data.js";

export const REMINDER = "backup-reminder";
export const BACKED_UP = "backed-up";

/**
 * Show above the list what is worth a word now: something unsaved, the home screen, a review, a backup.
 *
 * @param {HTMLElement} root
 * @param {string | null} account
 * @param {Journal.Row[]} rows
 */
export async function showOffers(root, account, rows) {
  const draft = await findDraft(account, "check-in");
  fill(root, "draft", draft ? slot(root, "offer-draft", { at: writtenAt(Date.parse(draft.at)) }) : null);
  fill(root, "install", rows.length === 0 && mayAdvise() ? slot(root, "offer-install", {}) : null);
  const now = Date.now();
  if (!root.querySelector("[data-offer=review] [data-answered]")) {
    fill(root, "review", isReviewDue(rows, now) ? slot(root, "offer-review", {}) : null);
  }
  const remind = readSetting(REMINDER) !== "off" && !account && isBackupDue(rows, readMine(BACKED_UP), now);
  fill(root, "backup", remind ? slot(root, "offer-backup", {}) : null);
}

/**
 * Take the answers to what is offered.
 *
 * @param {HTMLElement} root
 */
export function mountOffers(root) {
  takeNo(find(root, "[data-offer=install]", HTMLElement));
  root.addEventListener("click", async ({ target }) => {
    const button = target instanceof Element ? target.closest("button[data-act]") : null;
    const act = button?.getAttribute("data-act");
    if (act === "no-reminder") {
      writeSetting(REMINDER, "off");
      fill(root, "backup", slot(root, "reminder-off", {}));
    }
    if (act === "change" && button instanceof HTMLButtonElement) await answerReview(root, button);
  });
}

/**
 * @param {HTMLElement} root
 * @param {HTMLButtonElement} button
 */
async function answerReview(root, button) {
  const place = find(root, "[data-offer=review]", HTMLElement);
  const question = place.querySelector("[data-question]")?.textContent?.trim() ?? "";
  const value = Number(button.value);
  // Put there before it is saved: saving draws the list and its offers anew.
  place.replaceChildren(slot(root, value > 0 ? "review-better" : "review-not-better", {}));
  find(place, "[data-answered]", HTMLElement).focus();
  await saveRecord("measure", reviewData(question, button.textContent?.trim() ?? "", value, moment()));
}

/**
 * @param {HTMLElement} root
 * @param {string} name
 * @param {DocumentFragment | null} words
 */
function fill(root, name, words) {
  find(root, `[data-offer=${name}]`, HTMLElement).replaceChildren(...(words ? [words] : []));
}
