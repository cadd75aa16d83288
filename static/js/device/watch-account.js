// @ts-check
// Apart from `account.js`, which brings the whole of sync with it: every page of the journal watches before it draws.
import { onNews } from "./channel.js";
import { currentAccount } from "./pointer.js";

/**
 * Load the page anew where it shows somebody else's journal than this device now does: after a sign-out in another
 * tab, and when the browser brings a left page back.
 */
export function watchAccount() {
  const shown = currentAccount();
  const check = () => {
    if (currentAccount() !== shown) location.reload();
  };
  addEventListener("pageshow", check);
  addEventListener("storage", check);
  document.addEventListener("visibilitychange", check);
  onNews(check);
}
