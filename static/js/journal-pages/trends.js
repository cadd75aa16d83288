// @ts-check
import { find } from "../core/dom.js";
import { onNews } from "../device/channel.js";
import { currentAccount } from "../device/pointer.js";
import { byDay } from "./aggregate.js";
import { readCodes } from "./codes.js";
import { daysBetween } from "./day-sums.js";
import { today } from "./days.js";
import { goOn } from "./shell.js";
import { trendsOf } from "./trends-data.js";
import { showTrends } from "./trends-view.js";
import { daysWanted } from "./weekly-goal.js";

/** Days to look at for a period: the week before it too, for the 7-day median. @type {Record<string, number>} */
const LOADED = { day: 15, month: 42, quarter: 105 };

/**
 * The drawings of the trends page and, after them, their tables; resolves when they stand.
 *
 * @param {HTMLElement} root
 */
export async function mount(root) {
  const account = currentAccount();
  const codes = readCodes(root);
  const form = find(root, "[data-period]", HTMLFormElement);
  let latest = 0;

  async function show() {
    const turn = (latest += 1);
    const period = String(new FormData(form).get("period") ?? "month");
    const [trends, goal] = await Promise.all([readTrends(account, period), daysWanted(account)]);
    if (turn !== latest) return;
    showTrends(root, codes, trends, { period, goal });
    find(root, "[data-loading]", HTMLElement).hidden = true;
    await onScreen();
    const { showTables } = await import("./trends-table.js");
    if (turn === latest) showTables(root, codes, trends);
  }

  form.addEventListener("change", () => void show());
  form.addEventListener("submit", (event) => event.preventDefault());
  onNews(({ about, account: whose }) => {
    if (about === "records" && whose === account) goOn(show());
  });
  await show();
}

/**
 * @param {string | null} account
 * @param {string} period
 */
async function readTrends(account, period) {
  const now = today();
  if (!(period in LOADED)) return trendsOf(byDay(await readRecords(account, undefined)), period, now);
  const [days, rows] = await Promise.all([
    daysBetween(account, now - LOADED[period], now),
    period === "day" ? readRecords(account, 1) : [],
  ]);
  return trendsOf(days, period, now, rows);
}

/** Only the shortest and the longest period need records. @type {typeof import("./summed-records.js").recordsOf} */
async function readRecords(account, days) {
  const { recordsOf } = await import("./summed-records.js");
  return recordsOf(account, days);
}

/** @returns {Promise<void>} when what was drawn is on the screen */
function onScreen() {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
