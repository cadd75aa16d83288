// @ts-check
import { find } from "../core/dom.js";
import { readFeelings } from "./feelings.js";
import { sessionRecord } from "./record.js";
import { onPress, part, showScreen } from "./screens.js";
import { words } from "./words.js";

/**
 * The end of a session: ask how it is now, and hand it to the journal or let it go.
 *
 * @param {HTMLElement} root
 * @param {Omit<import("./record.js").Ended, "after">} session
 * @param {() => void} settled called when it is kept, or not wanted
 */
export function showAfter(root, session, settled) {
  const form = find(root, '[data-part="after"]', HTMLFormElement);
  const record = sessionRecord({ ...session, after: {} });
  showWhen(root, "after", record.outcome === "done" ? "done" : "part");
  sayWhatWasDone(root, /** @type {{outcome: string}[]} */ (record.moves), /** @type {number} */ (record.seconds));
  showScreen(root, "after");
  const leave = (/** @type {"kept" | "dropped"} */ how) => {
    settled();
    form.reset();
    showWhen(root, "end", how);
    showScreen(root, "end");
    if (record.outcome === "done") document.dispatchEvent(new CustomEvent("hipcare:finished"));
  };
  let keeping = false; // a second press must not keep it twice
  form.onsubmit = async (event) => {
    event.preventDefault();
    if (keeping) return;
    keeping = true;
    part(root, "not-kept").hidden = true;
    try {
      const { saveRecord } = await import("../journal/handover.js");
      await saveRecord("session", sessionRecord({ ...session, after: readFeelings(form, "after") }));
    } catch {
      part(root, "not-kept").hidden = false;
      return;
    } finally {
      keeping = false;
    }
    leave("kept");
    await advise(root);
  };
  onPress(form, { discard: () => leave("dropped") });
}

/**
 * Advise the home screen, where a browser throws nothing away, when this was the first that was kept.
 *
 * @param {HTMLElement} root
 */
async function advise(root) {
  const { mount } = await import("../journal-pages/install-advice.js");
  await mount(find(root, '[data-screen="end"]', HTMLElement), 1);
}

/**
 * @param {HTMLElement} root
 * @param {string} screen
 * @param {string} state
 */
function showWhen(root, screen, state) {
  for (const text of root.querySelectorAll(`[data-screen="${screen}"] h2 [data-when]`)) {
    text.toggleAttribute("hidden", text.getAttribute("data-when") !== state);
  }
}

/**
 * @param {HTMLElement} root
 * @param {{outcome: string}[]} moves
 * @param {number} seconds
 */
function sayWhatWasDone(root, moves, seconds) {
  const done = moves.filter(({ outcome }) => outcome === "done").length;
  const minutes = String(Math.round(seconds / 60));
  part(root, "summary").textContent = words(root, "summary", { done: String(done), count: String(moves.length), minutes });
}
