// @ts-check
import { find } from "../core/dom.js";
import { onNews } from "../journal/channel.js";
import { currentAccount } from "../journal/pointer.js";
import { listRecords } from "../journal/records.js";
import { readCodes } from "./codes.js";
import { daysBetween, SUMMED } from "./day-sums.js";
import { DAY, dayNumber, today } from "./days.js";
import { byDay } from "./aggregate.js";
import { readGoal } from "./goals.js";
import { showLinks } from "./links-view.js";
import { goOn } from "./shell.js";
import { trendsOf } from "./trends-data.js";
import { showTrends } from "./trends-view.js";

/** Days to look at for a period: the week before it too, for the 7-day median. @type {Record<string, number>} */
const LOADED = { day: 15, month: 42, quarter: 105 };
const LINKED_DAYS = 182;

/**
 * The trends page.
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
    const [trends, goal] = await Promise.all([readTrends(account, period), readGoal(account)]);
    if (turn !== latest) return;
    showTrends(root, codes, trends, { period, goal });
    find(root, "[data-loading]", HTMLElement).hidden = true;
  }

  form.addEventListener("change", () => void show());
  form.addEventListener("submit", (event) => event.preventDefault());
  onNews(({ about, account: whose }) => {
    if (about === "records" && whose === account) goOn(show());
  });
  await show();
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const first = today() - LINKED_DAYS;
  const rows = await load(account, LINKED_DAYS);
  showLinks(root, rows.filter(({ data }) => dayNumber(/** @type {Journal.Moment} */ (data?.at)) > first));
}

/**
 * @param {string | null} account
 * @param {string} period
 */
async function readTrends(account, period) {
  const now = today();
  if (!(period in LOADED)) return trendsOf(byDay(await load(account, undefined)), period, now);
  const [days, rows] = await Promise.all([
    daysBetween(account, now - LOADED[period], now),
    period === "day" ? load(account, 1) : [],
  ]);
  return trendsOf(days, period, now, rows);
}

/**
 * Return the records of the last days, oldest first.
 *
 * @param {string | null} account
 * @param {number | undefined} days undefined is all
 */
export async function load(account, days) {
  // A day more: where somebody travels, days begin at other hours.
  const from = days ? new Date((today() - days - 1) * DAY).toISOString() : "";
  const lists = await Promise.all(SUMMED.map((kind) => listRecords(account, kind, { from })));
  return lists.flat();
}
