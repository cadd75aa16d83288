// @ts-check
import { onNews } from "../device/channel.js";
import { currentUser, isSignOutPending } from "../device/pointer.js";
import { watchAccount } from "../device/watch-account.js";

/**
 * The link to the sign-in page: where this device knows who is signed in, it says the name instead and leads to the
 * account. Nothing is asked of the server for anybody else.
 *
 * @param {HTMLElement} root a link with `data-account`, where it leads then
 */
export function mount(root) {
  const link = /** @type {HTMLAnchorElement} */ (root);
  const words = { text: link.textContent ?? "", href: link.href };
  const show = () => {
    const user = currentUser();
    link.textContent = user ? user.name : words.text;
    link.href = user ? (link.dataset.account ?? words.href) : words.href;
  };
  show();
  addEventListener("pageshow", show);
  addEventListener("storage", show);
  onNews(show);
  link.addEventListener("click", (event) => void endFirst(event, link));
  if (currentUser() || isSignOutPending()) void keepUp();
}

/**
 * A sign-out that the server was not told of comes before the sign-in page: it would show the old session.
 *
 * @param {Event} event
 * @param {HTMLAnchorElement} link
 */
async function endFirst(event, link) {
  if (!isSignOutPending()) return;
  event.preventDefault();
  const { syncNow } = await import("../journal/sync.js");
  await syncNow();
  location.assign(link.href);
}

/** Leave the page when somebody else is shown, tell the server of an earlier sign-out, and send what is waiting. */
async function keepUp() {
  // A page that signs out says what became of it.
  if (!document.querySelector('[data-behaviour~="leave"]')) watchAccount();
  const { startSync } = await import("../journal/sync.js");
  await startSync();
}
