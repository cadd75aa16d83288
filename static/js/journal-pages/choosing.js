// @ts-check
import { find, slot } from "../core/dom.js";
import { canonical } from "../journal/content.js";
import { deleteRecord, saveRecord, undoDelete } from "../journal/handover.js";
import { getRecord } from "../journal/records.js";
import { codeOf, sayProblem } from "./shell.js";
import { versionLines } from "./version-words.js";

/** @typedef {{copy: Journal.Row, other: Journal.Row | null}} Pair other: null where it was deleted */
/** @typedef {"keep-this" | "keep-other" | "keep-both"} Choice */
/**
 * What a choice took away: a record, and the mark of a copy, with that copy as it was left.
 *
 * @typedef {{gone: Journal.Row | null, marked?: Journal.Row, left?: Journal.Row}} Chosen
 */

const CHOICES = ["keep-this", "keep-other", "keep-both"];

/**
 * Show the two versions of a record side by side, and keep the one that the person chooses, or both.
 *
 * @param {HTMLElement} root
 * @param {import("./codes.js").Codes} codes
 * @param {string | null} account
 * @param {() => Promise<void>} refresh
 */
export function mountChoosing(root, codes, account, refresh) {
  const dialog = find(root, "[data-versions]", HTMLDialogElement);
  const toasts = find(root, "[data-toasts]", HTMLElement);
  /** @type {Pair | null} */
  let shown = null;
  /** @type {Chosen | null} */
  let last = null;

  root.addEventListener("click", async ({ target }) => {
    const button = target instanceof Element ? target.closest("button[data-act]") : null;
    if (!(button instanceof HTMLButtonElement)) return;
    const act = button.getAttribute("data-act") ?? "";
    try {
      if (act === "compare") await open(button.value || (button.closest("[data-record]")?.getAttribute("data-record") ?? ""));
      else if (act === "choose-later") dialog.close();
      else if (CHOICES.includes(act)) await choose(/** @type {Choice} */ (act));
      else if (act === "undo-choice") await undo();
    } catch (error) {
      sayProblem(root, dialog.open ? "[data-versions-problem]" : "[data-problems]", codeOf(error));
    }
  });

  /** @param {string} id of the copy */
  async function open(id) {
    shown = await readPair(account, id);
    if (!shown) return refresh();
    showPair(root, dialog, codes, shown);
    find(dialog, "[data-changed]", HTMLElement).hidden = true;
    sayProblem(root, "[data-versions-problem]", "");
    dialog.showModal();
  }

  /** @param {Choice} choice */
  async function choose(choice) {
    const now = shown && (await readPair(account, shown.copy.id));
    if (!shown || !now) return dialog.close();
    if (!isSame(now, shown)) {
      // Something came from another device or tab: nobody gives up a version that was not shown.
      showPair(root, dialog, codes, (shown = now));
      find(dialog, "[data-changed]", HTMLElement).hidden = false;
      return;
    }
    last = await keep(choice, now);
    dialog.close();
    await refresh();
    toasts.replaceChildren(slot(root, "chosen", {}));
    find(toasts, "button", HTMLButtonElement).focus({ preventScroll: true });
  }

  async function undo() {
    const { gone, marked, left } = last ?? {};
    last = null;
    if (gone) await undoDelete(gone);
    if (marked) await saveRecord(/** @type {Journal.Kind} */ (marked.kind), marked.data ?? {}, { id: marked.id, seen: left });
    await refresh();
    toasts.replaceChildren(slot(root, "back-again", {}));
  }
}

/**
 * @param {string | null} account
 * @param {string} id
 * @returns {Promise<Pair | null>} null where it is no copy any more
 */
async function readPair(account, id) {
  const copy = await getRecord(account, id);
  return copy?.data?.conflict_of ? { copy, other: await getRecord(account, String(copy.data.conflict_of)) } : null;
}

/**
 * @param {Pair} one
 * @param {Pair} two
 */
function isSame(one, two) {
  const said = (/** @type {Pair} */ { copy, other }) => canonical([copy.data, other?.data ?? null]);
  return said(one) === said(two);
}

/**
 * Do what was chosen. First the deletion: a tab that is killed between the two leaves a copy that can be chosen again.
 *
 * @param {Choice} choice
 * @param {Pair} pair
 * @returns {Promise<Chosen>} what `undo` brings back
 */
async function keep(choice, { copy, other }) {
  if (choice === "keep-other") return { gone: await deleteRecord(copy.id) };
  const gone = choice === "keep-this" && other ? await deleteRecord(other.id) : null;
  const { conflict_of, ...data } = copy.data ?? {};
  const left = await saveRecord(/** @type {Journal.Kind} */ (copy.kind), data, { id: copy.id, seen: copy });
  return { gone, marked: copy, left };
}

/**
 * @param {HTMLElement} root
 * @param {HTMLDialogElement} dialog
 * @param {import("./codes.js").Codes} codes
 * @param {Pair} pair
 */
function showPair(root, dialog, codes, { copy, other }) {
  const these = versionLines(root, codes, copy);
  const those = other ? versionLines(root, codes, other) : [];
  fill(root, dialog, "this", these, other ? those : these);
  fill(root, dialog, "other", those, these);
  const unlike = these.some((line) => !those.includes(line)) || those.some((line) => !these.includes(line));
  for (const part of dialog.querySelectorAll("[data-with-other]")) part.toggleAttribute("hidden", !other);
  for (const part of dialog.querySelectorAll("[data-without-other]")) part.toggleAttribute("hidden", Boolean(other));
  find(dialog, "[data-alike]", HTMLElement).hidden = !other || unlike;
}

/**
 * @param {HTMLElement} root
 * @param {HTMLDialogElement} dialog
 * @param {"this" | "other"} name
 * @param {string[]} lines
 * @param {string[]} others of the other version; what is not among them is marked
 */
function fill(root, dialog, name, lines, others) {
  const items = lines.map((text) => slot(root, others.includes(text) ? "version-line" : "version-line-only", { text }));
  find(dialog, `[data-version=${name}]`, HTMLElement).replaceChildren(...items);
}
