// @ts-check
import { find, slot } from "../core/dom.js";
import { currentAccount, isSignOutPending } from "../device/pointer.js";
import { dropAllDrafts } from "../editors/draft-store.js";
import { countOwnDrafts, prepareSignOut, signOut } from "../journal/account.js";
import { makeBackup } from "../journal/backup.js";
import { saveFile } from "./save-file.js";

/**
 * Sign out: what is not sent yet is sent, or the person is told how much would be lost and may save it to a file.
 *
 * @param {HTMLElement} root holds a form and the words; the form goes to the server where this device shows nobody
 */
export function mount(root) {
  const form = find(root, "form", HTMLFormElement);
  if (isSignOutPending()) showLeft(root, form, false);
  form.addEventListener("submit", async (event) => {
    // The server's form ends a session of which this device has no journal.
    if (!currentAccount() && form.querySelector("[name=csrfmiddlewaretoken]")) return dropAllDrafts();
    event.preventDefault();
    say(root, "sending");
    const unsent = await prepareSignOut();
    const drafts = await countOwnDrafts();
    if (unsent + drafts > 0) warn(root, form, unsent, drafts);
    else await leave(root, form);
  });
}

/**
 * @param {HTMLElement} root
 * @param {HTMLFormElement} form
 * @param {number} unsent records
 * @param {number} drafts forms that were begun and not saved
 */
function warn(root, form, unsent, drafts) {
  say(root, "unsent", { count: String(unsent), drafts: String(drafts) });
  form.hidden = true;
  const place = find(root, "[data-place]", HTMLElement);
  for (const part of place.querySelectorAll("[data-records]")) part.toggleAttribute("hidden", unsent === 0);
  for (const part of place.querySelectorAll("[data-half]")) part.toggleAttribute("hidden", drafts === 0);
  find(place, "h2", HTMLElement).focus();
  find(place, "[data-go]", HTMLButtonElement).addEventListener("click", () => void leave(root, form));
  find(place, "[data-stay]", HTMLButtonElement).addEventListener("click", () => {
    place.replaceChildren();
    form.hidden = false;
    find(form, "button", HTMLButtonElement).focus();
  });
  find(place, "[data-save]", HTMLButtonElement).addEventListener("click", async () => {
    saveFile("hipcare-journal.json", await makeBackup(currentAccount()));
    find(place, "[data-saved]", HTMLElement).hidden = false;
  });
}

/**
 * @param {HTMLElement} root
 * @param {HTMLFormElement} form
 */
async function leave(root, form) {
  dropAllDrafts();
  const told = await signOut();
  showLeft(root, form, told);
  // A page of the account may show the person's address: it must not stay.
  if (told && location.pathname.startsWith("/accounts/")) location.replace("/");
}

/**
 * @param {HTMLElement} root
 * @param {HTMLFormElement} form
 * @param {boolean} told whether the server knows
 */
function showLeft(root, form, told) {
  form.hidden = true;
  say(root, told ? "gone" : "later");
}

/**
 * @param {HTMLElement} root
 * @param {string} name
 * @param {Record<string, string>} [texts]
 */
function say(root, name, texts = {}) {
  find(root, "[data-place]", HTMLElement).replaceChildren(slot(root, name, texts));
}
