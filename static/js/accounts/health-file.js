// @ts-check
import { find, slot } from "../core/dom.js";
import { HttpError, requestJson } from "../core/http.js";
import { handOver } from "../journal-pages/download.js";
import { fhirBundle, readWords } from "../journal-pages/fhir.js";
import { newId } from "../journal/kinds.js";

/** Years of records take a slow line longer than other answers. */
const TIME_LIMIT = 60_000;

/**
 * A file for clinics of all that the account's server has: its own export, put into the form of a health record here.
 *
 * @param {HTMLElement} root holds a button, `[data-told]` and the words; `data-export` is where the export is
 */
export function mount(root) {
  const button = find(root, "button", HTMLButtonElement);
  root.hidden = false;
  button.addEventListener("click", async () => {
    button.disabled = true;
    say("working");
    try {
      const name = `hipcare-${new Date().toISOString().slice(0, 10)}.fhir.json`;
      handOver(await healthFile(root), name, "application/fhir+json");
      say("done", { name });
    } catch (error) {
      say(error instanceof HttpError && [401, 403].includes(error.status) ? "signed-out" : "failed");
    }
    button.disabled = false;
    button.focus();
  });

  /**
   * @param {string} what
   * @param {Record<string, string>} [texts]
   */
  function say(what, texts = {}) {
    find(root, "[data-told]", HTMLElement).replaceChildren(slot(root, `health-file-${what}`, texts));
  }
}

/** @param {HTMLElement} root */
async function healthFile(root) {
  const exported = /** @type {any} */ (await requestJson(root.dataset.export ?? "", { timeLimit: TIME_LIMIT }));
  const bundle = fhirBundle(exported.journal, readWords(root), { now: new Date(), newId });
  return JSON.stringify(bundle, null, 1);
}
