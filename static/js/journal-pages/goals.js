// @ts-check
import { find, slot } from "../core/dom.js";
import { moment } from "../core/moment.js";
import { onNews } from "../device/channel.js";
import { currentAccount } from "../device/pointer.js";
import { deleteRecord, saveRecord } from "../journal/handover.js";
import { listRecords } from "../journal/records.js";
import { findDraft, keepDraft } from "./drafting.js";
import { codeOf, sayProblem } from "./shell.js";
import { WEEKLY, daysWanted, weeklyAmong } from "./weekly-goal.js";

/**
 * Days a week, and goals in own words.
 *
 * @param {HTMLElement} root
 */
export async function mount(root) {
  const account = currentAccount();
  const form = find(root, "[data-goal-form]", HTMLFormElement);
  const days = find(root, "[data-days-per-week]", HTMLSelectElement);
  const title = find(form, "input", HTMLInputElement);
  /** The goals as this page shows them. @type {Map<string, Journal.Row>} */
  let shown = new Map();
  const draft = keepDraft(form, account, () => "goal", () => true);

  async function show() {
    const all = await listRecords(account, "goal");
    const goals = all.filter(({ data }) => data?.title);
    find(root, "[data-goal-copies]", HTMLElement).hidden = !all.some(({ data }) => data?.conflict_of);
    find(root, "[data-goals]", HTMLElement).replaceChildren(...goals.map((row) => drawGoal(root, row)));
    days.value = String(await daysWanted(account));
    shown = new Map(all.map((row) => [row.id, row]));
  }

  const attempt = async (/** @type {() => Promise<unknown>} */ work) => {
    sayProblem(root, "[data-goal-problem]", "");
    try {
      await work();
    } catch (error) {
      sayProblem(root, "[data-goal-problem]", codeOf(error));
    }
  };
  days.addEventListener("change", () =>
    attempt(async () => {
      const before = weeklyAmong([...shown.values()]);
      const data = { ...before?.data, at: moment(), type: WEEKLY, days_per_week: Number(days.value) };
      await saveRecord("goal", data, before ? { id: before.id, seen: before } : undefined);
    }),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!title.value.trim()) return title.focus();
    void attempt(async () => {
      await saveRecord("goal", { at: moment(), title: title.value.trim() }, { draft: "goal" });
      await draft.forget().catch(() => undefined);
      form.reset();
      find(root, "[data-goal-back]", HTMLElement).hidden = true;
    });
  });
  root.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest("[data-goal] button") : null;
    const id = button?.closest("[data-goal]")?.getAttribute("data-goal") ?? "";
    if (button) void attempt(() => deleteRecord(id));
  });
  root.addEventListener("change", ({ target }) => {
    const box = target instanceof HTMLInputElement && target.type === "checkbox" ? target.closest("[data-goal]") : null;
    const row = shown.get(box?.getAttribute("data-goal") ?? "");
    if (row) void attempt(() => finish(row, /** @type {HTMLInputElement} */ (target).checked));
  });
  onNews(({ about }) => {
    if (about === "records") void show();
  });
  await show();
  const written = (await findDraft(account, "goal"))?.fields.goal;
  if (written) title.value = written;
  find(root, "[data-goal-back]", HTMLElement).hidden = !written;
  // Nothing can be changed before there is somebody to keep it.
  for (const field of [days, title, find(form, "button", HTMLButtonElement)]) field.disabled = false;
}

/**
 * @param {Journal.Row} row as it is shown
 * @param {boolean} isDone
 */
function finish(row, isDone) {
  return saveRecord("goal", { ...row.data, done: isDone ? moment() : null }, { id: row.id, seen: row });
}

/**
 * @param {HTMLElement} root
 * @param {Journal.Row} row
 */
function drawGoal(root, { id, data }) {
  const item = slot(root, "goal", { title: String(data?.title) });
  const line = find(item, "[data-goal]", HTMLElement);
  line.dataset.goal = id;
  const box = find(item, "input", HTMLInputElement);
  box.id = `goal-${id}`;
  box.checked = Boolean(data?.done);
  find(item, "[data-copy]", HTMLElement).hidden = !data?.conflict_of;
  find(item, "label", HTMLLabelElement).htmlFor = box.id;
  return item;
}
