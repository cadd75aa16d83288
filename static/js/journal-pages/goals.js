// @ts-check
import { find, slot } from "../core/dom.js";
import { deleteRecord, saveRecord } from "../journal/handover.js";
import { moment } from "../journal/moment.js";
import { currentAccount } from "../journal/pointer.js";
import { listRecords } from "../journal/records.js";
import { onNews } from "../journal/channel.js";
import { codeOf, sayProblem } from "./shell.js";

const TYPE = "sessions-per-week";
const USUAL = 3;

/**
 * Return on how many days a week the person wants a session; 3 where nothing was said.
 *
 * @param {string | null} account
 */
export async function readGoal(account) {
  const goal = (await listRecords(account, "goal")).findLast(({ data }) => data?.type === TYPE);
  return Number(goal?.data?.days_per_week ?? USUAL) || USUAL;
}

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

  async function show() {
    const goals = (await listRecords(account, "goal")).filter(({ data }) => data?.title);
    find(root, "[data-goals]", HTMLElement).replaceChildren(...goals.map((row) => drawGoal(root, row)));
    days.value = String(await readGoal(account));
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
      const before = (await listRecords(account, "goal")).findLast(({ data }) => data?.type === TYPE);
      const data = { ...before?.data, at: moment(), type: TYPE, days_per_week: Number(days.value) };
      await saveRecord("goal", data, before ? { id: before.id } : undefined);
    }),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!title.value.trim()) return title.focus();
    void attempt(async () => {
      await saveRecord("goal", { at: moment(), title: title.value.trim() });
      form.reset();
    });
  });
  root.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest("[data-goal] button") : null;
    const id = button?.closest("[data-goal]")?.getAttribute("data-goal") ?? "";
    if (button) void attempt(() => deleteRecord(id));
  });
  root.addEventListener("change", ({ target }) => {
    const box = target instanceof HTMLInputElement && target.type === "checkbox" ? target.closest("[data-goal]") : null;
    if (box) void attempt(() => finish(account, box.getAttribute("data-goal") ?? "", /** @type {HTMLInputElement} */ (target).checked));
  });
  onNews(({ about }) => {
    if (about === "records") void show();
  });
  await show();
}

/**
 * @param {string | null} account
 * @param {string} id
 * @param {boolean} isDone
 */
async function finish(account, id, isDone) {
  const row = (await listRecords(account, "goal")).find((one) => one.id === id);
  if (row) await saveRecord("goal", { ...row.data, done: isDone ? moment() : null }, { id });
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
  find(item, "label", HTMLLabelElement).htmlFor = box.id;
  return item;
}
