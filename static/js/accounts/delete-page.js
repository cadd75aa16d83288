// @ts-check
import { find } from "../core/dom.js";
import { currentAccount } from "../device/pointer.js";
import { noteDeleting, takeDeleting } from "./deleting.js";

// A form that came back was refused.
takeDeleting();
find(document, "form[data-deletes]", HTMLFormElement).addEventListener("submit", () => {
  const account = currentAccount();
  if (account) noteDeleting(account);
});
