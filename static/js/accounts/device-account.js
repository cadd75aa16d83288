// @ts-check
import { find } from "../core/dom.js";
import { onNews } from "../device/channel.js";
import { currentUser, isSignOutPending } from "../device/pointer.js";
import { countUnclaimed } from "../journal/account.js";

/**
 * Who is signed in on this device, and what can be done about it; works without a network.
 *
 * @param {HTMLElement} root holds `[data-nobody]`, `[data-somebody]` and `[data-unclaimed]`
 */
export function mount(root) {
  root.inert = false;
  const show = () => {
    const user = currentUser();
    find(root, "[data-nobody]", HTMLElement).hidden = user !== null;
    find(root, "[data-somebody]", HTMLElement).hidden = user === null;
    find(root, "[data-name]", HTMLElement).textContent = user?.name ?? "";
    // Never hidden again: it says what became of signing out.
    if (user || isSignOutPending()) find(root, "[data-leaving]", HTMLElement).hidden = false;
    void showUnclaimed(root);
  };
  show();
  addEventListener("pageshow", show);
  onNews(show);
}

/** @param {HTMLElement} root */
async function showUnclaimed(root) {
  const count = currentUser() ? await countUnclaimed() : 0;
  find(root, "[data-unclaimed]", HTMLElement).hidden = count === 0;
  find(root, "[data-count]", HTMLElement).textContent = String(count);
}
