// @ts-check
import { find, slot } from "../core/dom.js";
import { locale, phrase } from "../core/phrases.js";
import { readSetting, writeSetting } from "../core/settings.js";
import { onNews } from "../device/channel.js";
import { readMine, writeMine } from "../device/mine.js";
import { currentAccount } from "../device/pointer.js";
import { BackupError, makeBackup, restoreBackup } from "../journal/backup.js";
import { written } from "../journal/handover.js";
import { newId } from "../journal/kinds.js";
import { listAll } from "../journal/records.js";
import { readStatus } from "../journal/status.js";
import { csvOf } from "./csv.js";
import { DAY, numberText, today } from "./days.js";
import { handOver } from "./download.js";
import { fhirBundle, readWords } from "./fhir.js";
import { BACKED_UP, REMINDER } from "./offers.js";
import { codeOf, goOn, sayProblem } from "./shell.js";

/**
 * Where the records are, backup and files.
 *
 * @param {HTMLElement} root
 */
export async function mount(root) {
  const account = currentAccount();
  const remind = find(root, "[data-remind]", HTMLInputElement);
  const file = find(root, "#file", HTMLInputElement);
  remind.checked = readSetting(REMINDER) !== "off";
  remind.addEventListener("change", () => writeSetting(REMINDER, remind.checked ? "" : "off"));
  root.addEventListener("click", async ({ target }) => {
    const act = target instanceof Element ? target.closest("[data-act]")?.getAttribute("data-act") : null;
    if (act) await give(root, account, act);
  });
  file.addEventListener("change", async () => {
    if (file.files?.[0]) await takeBack(root, account, file.files[0]);
    file.value = "";
  });
  const show = () => showWhere(root, account);
  onNews(({ about }) => {
    if (about !== "account") goOn(show());
  });
  await show();
}

/**
 * @param {HTMLElement} root
 * @param {string | null} account
 */
async function showWhere(root, account) {
  const status = await readStatus(account);
  const name = account ? "where-account" : status.records ? "where-here" : "where-none";
  const counts = { records: status.records, waiting: status.waiting, refused: status.refused };
  const texts = Object.fromEntries(Object.entries(counts).map(([key, count]) => [key, numberText(count)]));
  find(root, "[data-where]", HTMLElement).replaceChildren(slot(root, name, texts));
  const isKept = (await navigator.storage?.persisted?.()) ?? false;
  find(root, "[data-kept]", HTMLElement).replaceChildren(slot(root, isKept ? "kept-yes" : "kept-no", {}));
  const last = readMine(BACKED_UP);
  const at = last ? new Intl.DateTimeFormat(locale(), { dateStyle: "long", timeStyle: "short" }).format(last) : "";
  find(root, "[data-last]", HTMLElement).replaceChildren(slot(root, last ? "last" : "last-never", { at }));
}

/**
 * @param {HTMLElement} root
 * @param {string | null} account
 * @param {string} act
 */
async function give(root, account, act) {
  const [text, type, ending] = await textOf(root, account, act);
  const name = `hipcare-${new Date(today() * DAY).toISOString().slice(0, 10)}.${ending}`;
  handOver(text, name, type);
  if (act === "backup" || act === "json") writeMine(BACKED_UP, Date.now());
  find(root, "[data-exported]", HTMLElement).replaceChildren(slot(root, "saved-file", { name }));
  await showWhere(root, account);
}

/**
 * @param {HTMLElement} root
 * @param {string | null} account
 * @param {string} act
 * @returns {Promise<[string, string, string]>} text, type, ending of the name
 */
async function textOf(root, account, act) {
  if (act === "csv") return [csvOf(await listAll(account)), "text/csv;charset=utf-8", "csv"];
  if (act !== "fhir") return [await makeBackup(account), "application/json", "json"];
  const bundle = fhirBundle(await listAll(account), readWords(root), { now: new Date(), newId });
  return [JSON.stringify(bundle, null, 1), "application/fhir+json", "fhir.json"];
}

/**
 * @param {HTMLElement} root
 * @param {string | null} account
 * @param {File} file
 */
async function takeBack(root, account, file) {
  const place = find(root, "[data-restored]", HTMLElement);
  const error = find(root, "#file-error", HTMLElement);
  error.hidden = true;
  place.replaceChildren(slot(root, "working", {}));
  try {
    const restored = await restoreBackup(account, await file.text());
    const texts = Object.fromEntries(Object.entries(restored).map(([key, count]) => [key, numberText(count)]));
    place.replaceChildren(slot(root, "restored", texts));
    written(account);
  } catch (thrown) {
    // What was read before it stopped is kept, and is sent like the rest.
    written(account);
    place.replaceChildren();
    if (!(thrown instanceof BackupError)) return sayProblem(root, "[data-problems]", codeOf(thrown));
    error.textContent = phrase(root, "error-file");
    error.hidden = false;
  }
}
