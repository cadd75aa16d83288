// @ts-check
import { find, slot } from "../core/dom.js";
import { onNews } from "../device/channel.js";
import { currentAccount } from "../device/pointer.js";
import { listAll } from "../journal/records.js";
import { recordStates } from "../journal/status.js";
import { drawStatus } from "../journal/sync-status.js";
import { mountChoosing } from "./choosing.js";
import { readCodes } from "./codes.js";
import { showCopies } from "./copies.js";
import { dayNumber, dayText, numberText, today } from "./days.js";
import { mountDeleting } from "./deleting.js";
import { drawRecord } from "./list-item.js";
import { mountNotes } from "./note-dialog.js";
import { showOffers } from "./offers.js";
import { showRefused } from "./refusal.js";
import { goOn } from "./shell.js";

const STEP = 50;
const SHOWN_KINDS = ["check-in", "session", "sit", "break", "drive", "measure"];

/**
 * All records by day, newest first.
 *
 * @param {HTMLElement} root
 */
export async function mount(root) {
  const account = currentAccount();
  const codes = readCodes(root);
  const filter = find(root, "[data-filter]", HTMLFormElement);
  let most = STEP;

  async function show() {
    const all = await listAll(account);
    const rows = all.filter(isShown).reverse();
    const states = account ? await recordStates(account) : new Map();
    showRefused(root, all.filter((row) => !isShown(row)), states);
    const chosen = rows.filter(fits(filter));
    const draw = (/** @type {Journal.Row} */ row) => drawRecord(root, codes, row, states.get(row.id), Boolean(account));
    find(root, "[data-days]", HTMLElement).replaceChildren(...drawDays(root, chosen.slice(0, most), draw));
    find(root, "[data-empty]", HTMLElement).hidden = rows.length > 0;
    find(root, "[data-nothing]", HTMLElement).hidden = rows.length === 0 || chosen.length > 0;
    filter.hidden = rows.length <= STEP / 5;
    sayMore(chosen.length);
    showCopies(root, codes, all);
    await showOffers(root, account, rows).catch(reportError);
  }

  /** All at once: nothing moves away under a thumb because something else came above it. */
  async function showFirst() {
    await Promise.all([show(), drawStatus(find(root, ".sync-status", HTMLElement))]);
    find(root, "[data-loading]", HTMLElement).hidden = true;
    find(root, "[data-loaded]", HTMLElement).hidden = false;
  }

  /** @param {number} count */
  function sayMore(count) {
    const place = find(root, "[data-too-much]", HTMLElement);
    place.hidden = count <= most;
    for (const one of place.querySelectorAll("[data-shown]")) one.textContent = numberText(most);
    for (const one of place.querySelectorAll("[data-count]")) one.textContent = numberText(count);
  }

  find(root, '[data-act="older"]', HTMLButtonElement).addEventListener("click", async () => {
    const from = root.querySelectorAll("[data-record]").length;
    most += STEP;
    await show();
    const first = root.querySelectorAll("[data-record]")[from];
    if (first instanceof HTMLElement) first.focus();
  });
  filter.addEventListener("input", () => {
    most = STEP;
    void show();
  });
  filter.addEventListener("submit", (event) => event.preventDefault());
  mountDeleting(root, show);
  mountNotes(root, account, show);
  mountChoosing(root, codes, account, show);
  onNews(({ about, account: whose }) => {
    if (about !== "account" && whose === account) goOn(show());
  });
  await showFirst();
}

/** @param {Journal.Row} row */
function isShown({ kind, data }) {
  return SHOWN_KINDS.includes(kind) && Boolean(data?.at);
}

/** @param {HTMLFormElement} filter */
function fits(filter) {
  const answers = new FormData(filter);
  const kind = String(answers.get("kind") ?? "");
  const until = String(answers.get("until") ?? "");
  const last = until ? Math.floor(Date.parse(until) / 86_400_000) : Infinity;
  return (/** @type {Journal.Row} */ row) =>
    (!kind || row.kind === kind) && dayNumber(/** @type {Journal.Moment} */ (row.data?.at)) <= last;
}

/**
 * @param {HTMLElement} root
 * @param {Journal.Row[]} rows newest first
 * @param {(row: Journal.Row) => DocumentFragment} draw
 */
function drawDays(root, rows, draw) {
  /** @type {Map<number, Journal.Row[]>} */
  const days = new Map();
  for (const row of rows) {
    const day = dayNumber(/** @type {Journal.Moment} */ (row.data?.at));
    days.set(day, [...(days.get(day) ?? []), row]);
  }
  const ordered = [...days].sort(([one], [other]) => other - one);
  return ordered.map(([day, inDay]) => {
    const name = day === today() ? "day-today" : day === today() - 1 ? "day-yesterday" : "day";
    const section = slot(root, name, { day: dayText(day) });
    find(section, "[data-records]", HTMLElement).append(...inDay.map(draw));
    return section;
  });
}
