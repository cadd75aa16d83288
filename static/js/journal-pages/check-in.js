// @ts-check
import { announce } from "../core/announce.js";
import { find, slot } from "../core/dom.js";
import { showErrors } from "../core/field-errors.js";
import { focusOn } from "../core/focus.js";
import { moment } from "../core/moment.js";
import { phrase } from "../core/phrases.js";
import { currentAccount } from "../device/pointer.js";
import { saveRecord } from "../journal/handover.js";
import { newId } from "../journal/kinds.js";
import { getRecord } from "../journal/records.js";
import { fillAnswers, openRegion, readAnswers } from "./answering.js";
import { checkInAnswers, checkInData, saysSomething, wrongHours } from "./check-in-data.js";
import { readCodes } from "./codes.js";
import { offerDraft } from "./draft-offer.js";
import { keepDraft } from "./drafting.js";
import { beginAnewWhenBroughtBack, codeOf, sayProblem } from "./shell.js";
import { allowSigns, isKnown, watchSigns } from "./sign-watch.js";
import { isSign } from "./signs.js";
import { checkInWords } from "./summary.js";

/**
 * The check-in: a new one, or (`#<id>`) one to change.
 *
 * @param {HTMLElement} root
 */
export async function mount(root) {
  const form = find(root, "[data-check-in]", HTMLFormElement);
  const account = currentAccount();
  let id = location.hash.slice(1);
  /** @type {Journal.Row | null} */
  let before = null;
  let saving = false;
  const draftName = () => (before ? `check-in:${before.id}` : "check-in");
  const draft = keepDraft(form, account, draftName, ({ name, value }) => !isSign(name, value) || isKnown(root));

  form.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLInputElement) openRegion(form, target);
  });
  watchSigns(root, form);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (saving) return;
    saving = true;
    if (await save()) await draft.forget().catch(() => undefined);
    saving = false;
  });
  root.addEventListener("click", ({ target }) => {
    const act = target instanceof Element ? target.closest("[data-act]")?.getAttribute("data-act") : "";
    if (act === "another" && before) location.hash = ""; // loads anew
    else if (act === "clear" || act === "another") startAnew();
    if (act === "clear") void draft.forget().catch(() => undefined);
  });
  // What one person wrote must not come back for the next, out of the browser's memory of the page.
  addEventListener("pagehide", () => form.reset());
  addEventListener("hashchange", () => location.reload());
  beginAnewWhenBroughtBack();

  if (id) await openRecord();
  id ||= newId();
  await offerDraft(root, form, account, { name: draftName(), isChange: before !== null }, () => draft.forget());

  async function openRecord() {
    before = await getRecord(account, id);
    if (before?.kind !== "check-in") {
      before = null;
      id = newId();
      find(root, "[data-offer]", HTMLElement).append(slot(root, "missing", {}));
      return;
    }
    find(root, "[data-title]", HTMLElement).replaceChildren(slot(root, "title-edit", {}));
    const answers = checkInAnswers(before.data ?? {});
    fillAnswers(form, answers);
    if (answers.some(([name, value]) => isSign(name, value))) allowSigns(root);
    const isMore = answers.some(([name]) => !["back", "leg", "reach", "side"].includes(name));
    find(form, "[data-more]", HTMLDetailsElement).open = isMore;
  }

  function startAnew() {
    form.reset();
    for (const more of form.querySelectorAll("[data-region-more]")) more.remove();
    showErrors(form, []);
    sayProblem(root, "[data-not-saved]", "");
    form.hidden = false;
    find(root, "[data-saved]", HTMLElement).hidden = true;
    find(root, "[data-sign]", HTMLElement).replaceChildren();
    if (!before) id = newId();
    focusOn(find(root, "[data-title]", HTMLElement));
  }

  /** @returns {Promise<boolean>} whether it is on the disk */
  async function save() {
    const answers = readAnswers(form);
    if (!sayWrong(answers)) return false;
    const at = /** @type {Journal.Moment | undefined} */ (before?.data?.at) ?? moment();
    const data = checkInData(answers, at, before?.data ?? {});
    try {
      await saveRecord("check-in", data, { id, seen: before, draft: draftName() });
    } catch (error) {
      sayProblem(root, "[data-problems]", "");
      sayProblem(root, "[data-not-saved]", codeOf(error));
      return false;
    }
    showSaved(data);
    return true;
  }

  /** @param {[string, string][]} answers */
  function sayWrong(answers) {
    const place = find(root, "[data-not-saved]", HTMLElement);
    place.replaceChildren();
    const unread = [...form.querySelectorAll("input")].filter((one) => one.validity.badInput).map(({ name }) => name);
    const wrong = [...new Set([...unread, ...wrongHours(answers)])];
    showErrors(form, wrong.map((name) => [name, phrase(root, "error-number")]));
    if (wrong.length) return false;
    if (saysSomething(answers)) return true;
    place.replaceChildren(slot(root, "nothing", {}));
    return false;
  }

  /** @param {Journal.Data} data */
  function showSaved(data) {
    const words = checkInWords(root, readCodes(root), data).join(" · ");
    find(root, "[data-saved-words]", HTMLElement).textContent = words;
    form.reset();
    form.hidden = true;
    find(root, "[data-offer]", HTMLElement).replaceChildren();
    const saved = find(root, "[data-saved]", HTMLElement);
    saved.hidden = false;
    focusOn(find(saved, "h2", HTMLElement));
    announce(saved.querySelector("h2")?.textContent ?? "");
    document.dispatchEvent(new CustomEvent("hipcare:finished"));
  }
}
