// @ts-check
import { find, slot } from "../core/dom.js";
import { showErrors } from "../core/field-errors.js";
import { focusOn } from "../core/focus.js";
import { moment } from "../core/moment.js";
import { phrase } from "../core/phrases.js";
import { currentAccount } from "../device/pointer.js";
import { saveRecord } from "../journal/handover.js";
import { newId } from "../journal/kinds.js";
import { getRecord, listRecords } from "../journal/records.js";
import { fillAnswers, readAnswers } from "./answering.js";
import { dayNumber, dayText, numberText } from "./days.js";
import { fillFields, findDraft, keepDraft } from "./drafting.js";
import { measureData, scoreOf } from "./measure-data.js";
import { answersIn, itemsOf, missingIn } from "./measure-form.js";
import { beginAnewWhenBroughtBack, codeOf, sayProblem } from "./shell.js";

/**
 * The measures: new ones, or (`#<id>`) one to change.
 *
 * @param {HTMLElement} root
 */
export async function mount(root) {
  const account = currentAccount();
  const target = location.hash.slice(1);
  const before = /^[0-9a-f-]{36}$/.test(target) ? await getRecord(account, target) : null;
  for (const form of root.querySelectorAll("form[data-measure]")) {
    if (!(form instanceof HTMLFormElement)) continue;
    const own = before?.data?.instrument === form.dataset.measure ? before : null;
    await mountForm(root, form, account, own);
  }
  const folded = document.getElementById(target);
  if (folded instanceof HTMLDetailsElement) folded.open = true;
  addEventListener("hashchange", () => location.reload());
  beginAnewWhenBroughtBack();
}

/**
 * @param {HTMLElement} root
 * @param {HTMLFormElement} form
 * @param {string | null} account
 * @param {Journal.Row | null} before the record that is changed
 */
async function mountForm(root, form, account, before) {
  const instrument = form.dataset.measure ?? "";
  const name = before ? `measure:${before.id}` : `measure:${instrument}`;
  let id = before?.id ?? newId();
  let saving = false;
  const draft = keepDraft(form, account, () => name, () => true);

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (saving) return;
    saving = true;
    if (await save()) await draft.forget().catch(() => undefined);
    saving = false;
  });
  addEventListener("pagehide", () => form.reset());
  if (before) openRecord(root, form, before);
  else if (instrument === "psfs") await nameActivities(form, account);
  const draftFound = await findDraft(account, name, before !== null);
  if (draftFound) {
    fillFields(form, draftFound.fields);
    openFolded(form);
    form.prepend(slot(root, "recover", {}));
  }

  async function save() {
    const answers = readAnswers(form);
    const wrong = missingIn(instrument, answers);
    showErrors(form, wrong.map(([field, why]) => [field, phrase(root, `error-${why}`)]));
    if (wrong.length) return false;
    const items = itemsOf(form, answers);
    const asked = form.querySelectorAll("[data-question]").length;
    const score = scoreOf(instrument, items.map(({ value }) => value), asked);
    const at = /** @type {Journal.Moment | undefined} */ (before?.data?.at) ?? moment();
    const data = { ...before?.data, ...measureData(instrument, form.dataset.version ?? "", items, score, at) };
    try {
      await saveRecord("measure", data, { id, seen: before, draft: name });
    } catch (error) {
      sayProblem(form, "[data-measure-problem]", "");
      find(form, "[data-measure-problem]", HTMLElement).replaceChildren(slot(root, `problem-${codeOf(error)}`, {}));
      return false;
    }
    showSaved(root, form, instrument, score);
    id = newId();
    return true;
  }
}

/**
 * @param {HTMLElement} root
 * @param {HTMLFormElement} form
 * @param {string} instrument
 * @param {number | null} score
 */
function showSaved(root, form, instrument, score) {
  form.reset();
  openFolded(form, false);
  const place = find(root, "[data-done]", HTMLElement);
  place.replaceChildren(slot(root, "saved", { score: score === null ? "" : numberText(score, 2) }));
  find(place, "[data-score-line]", HTMLElement).hidden = score === null || instrument === "global-change";
  if (instrument === "global-change" && score !== null && score >= 4) {
    find(place, ".notice__body", HTMLElement).append(slot(root, "not-better", {}));
  }
  focusOn(find(place, ".notice__title", HTMLElement));
}

/**
 * @param {HTMLElement} root
 * @param {HTMLFormElement} form
 * @param {Journal.Row} before
 */
function openRecord(root, form, before) {
  fillAnswers(form, answersIn(before.data ?? {}));
  openFolded(form);
  const day = dayText(dayNumber(/** @type {Journal.Moment} */ (before.data?.at)));
  form.prepend(slot(root, "editing", { at: day }));
  form.scrollIntoView();
}

/**
 * Write the activities of the last time into the form.
 *
 * @param {HTMLFormElement} form
 * @param {string | null} account
 */
async function nameActivities(form, account) {
  const last = (await listRecords(account, "measure")).findLast(({ data }) => data?.instrument === "psfs");
  const items = /** @type {{text: string}[]} */ (last?.data?.items ?? []);
  fillAnswers(form, items.map(({ text }, index) => [`activity-${index + 1}`, text]));
}

/**
 * @param {HTMLFormElement} form
 * @param {boolean} [open]
 */
function openFolded(form, open = true) {
  const folded = form.closest("details");
  if (folded) folded.open = open;
}
