// @ts-check
import { find } from "../core/dom.js";
import { phrase } from "../core/phrases.js";
import { currentAccount } from "../device/pointer.js";
import { listRecords } from "../journal/records.js";
import { byDay, reachCode } from "./aggregate.js";
import { readCodes, wordOf } from "./codes.js";
import { dayNumber, dayText, today } from "./days.js";
import { goesWith } from "./goes-with.js";
import { linkTexts } from "./links-view.js";
import { fillList, notesOf } from "./report-lists.js";
import { measureRows } from "./report-measures.js";
import { recordsOf } from "./summed-records.js";
import { trendsOf } from "./trends-data.js";
import { showPain } from "./trends-view.js";
import { hoursWords, reachWords } from "./trends-words.js";
import { daysWanted } from "./weekly-goal.js";

const LOADED = /** @type {Record<string, number>} */ ({ month: 42, quarter: 105 });
const LINKED_DAYS = 182;

/**
 * The report: one page, made here.
 *
 * @param {HTMLElement} root
 */
export async function mount(root) {
  const account = currentAccount();
  const form = find(root, "[data-choices]", HTMLFormElement);
  let latest = 0;

  async function show() {
    const turn = (latest += 1);
    const period = String(new FormData(form).get("period") ?? "month");
    const [rows, half, goal] = await Promise.all([recordsOf(account, LOADED[period]), recordsOf(account, LINKED_DAYS), daysWanted(account)]);
    if (turn !== latest) return;
    const trends = trendsOf(byDay(rows), period, today());
    const inSpan = rows.filter(({ data }) => data?.at && dayNumber(/** @type {Journal.Moment} */ (data.at)) >= trends.from);
    choose(root, form);
    showPain(root, trends, period, "back");
    showPain(root, trends, period, "leg");
    showSums(root, trends, inSpan, goal);
    showLinks(root, half);
    fillList(root, "[data-report-notes]", notesOf(inSpan), "no-notes");
    await showMeasures(root, account, trends.from);
    await showGoals(root, account);
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLInputElement && target.name === "period") void show();
    else choose(root, form);
  });
  form.addEventListener("input", () => fillOwnWords(root, form));
  find(form, '[data-act="print"]', HTMLButtonElement).addEventListener("click", () => print());
  addEventListener("pagehide", () => form.reset());
  await show();
}

/**
 * Show the parts that are ticked.
 *
 * @param {HTMLElement} root
 * @param {HTMLFormElement} form
 */
function choose(root, form) {
  const chosen = new FormData(form).getAll("part");
  for (const part of root.querySelectorAll("[data-part]")) {
    part.toggleAttribute("hidden", !chosen.includes(part.getAttribute("data-part") ?? ""));
  }
}

/**
 * @param {HTMLElement} root
 * @param {HTMLFormElement} form
 */
function fillOwnWords(root, form) {
  const answers = new FormData(form);
  const questions = String(answers.get("questions") ?? "").trim();
  find(root, "[data-who]", HTMLElement).textContent = String(answers.get("who") ?? "").trim();
  find(root, "[data-questions]", HTMLElement).hidden = !questions;
  find(root, "[data-questions-text]", HTMLElement).textContent = questions;
}

/**
 * @param {HTMLElement} root
 * @param {import("./trends-data.js").Trends} trends
 * @param {Journal.Row[]} rows of the period
 * @param {number} goal
 */
function showSums(root, trends, rows, goal) {
  const codes = readCodes(root);
  const count = rows.filter(({ kind }) => kind === "check-in").length;
  const days = { from: dayText(trends.from), to: dayText(trends.to), count: String(count) };
  find(root, "[data-span]", HTMLElement).textContent = phrase(root, "span", days);
  find(root, "[data-empty]", HTMLElement).hidden = rows.length > 0;
  const name = (/** @type {number} */ value) => wordOf(codes, "reach", reachCode(value));
  find(root, "[data-reach]", HTMLElement).textContent = reachWords(root, trends.reach, name);
  const sessions = trends.weeks.reduce((sum, week) => sum + week.days, 0);
  const texts = { days: String(sessions), weeks: String(trends.weeks.length), goal: String(goal) };
  const lines = [
    phrase(root, "sessions-sum", texts),
    hoursWords(root, "sitting", trends.sitting),
    hoursWords(root, "driving", trends.driving),
  ];
  fillList(root, "[data-activity]", lines, "");
}

/**
 * @param {HTMLElement} root
 * @param {Journal.Row[]} rows
 */
function showLinks(root, rows) {
  const links = goesWith(rows, byDay(rows)).filter(({ verdict }) => verdict !== "unclear");
  find(root, "[data-no-report-links]", HTMLElement).hidden = links.length > 0;
  fillList(root, "[data-report-links]", links.slice(0, 6).map((link) => phrase(root, "report-link", linkTexts(root, link))), "");
}

/**
 * @param {HTMLElement} root
 * @param {string | null} account
 * @param {number} from day
 */
async function showMeasures(root, account, from) {
  const rows = measureRows(root, await listRecords(account, "measure"), from);
  find(root, "[data-measures]", HTMLElement).replaceChildren(...rows);
  find(root, "[data-no-measures]", HTMLElement).hidden = rows.length > 0;
  find(root, "[data-measures]", HTMLElement).closest(".table-scroll")?.toggleAttribute("hidden", rows.length === 0);
}

/**
 * @param {HTMLElement} root
 * @param {string | null} account
 */
async function showGoals(root, account) {
  const goals = (await listRecords(account, "goal")).filter(({ data }) => data?.title);
  const lines = goals.map(({ data }) => (data?.done ? phrase(root, "goal-done", { title: String(data.title) }) : String(data?.title)));
  fillList(root, "[data-report-goals]", lines, "no-goals");
}
