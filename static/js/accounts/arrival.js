// @ts-check
import { find, slot } from "../core/dom.js";
import { adoptUnclaimed, countUnclaimed, countUnclaimedDrafts, mustAskToAdopt } from "../journal/account.js";
import { meetSession } from "../journal/identity.js";
import { syncNow } from "../journal/sync.js";

/**
 * Just signed in: fetch the account's journal, add what was written here before, and lead on. Where both have
 * records, the person decides.
 *
 * @param {HTMLElement} root with `data-ahead`, the address to lead on to
 */
export async function mount(root) {
  const ahead = root.dataset.ahead ?? "/";
  say(root, "fetching");
  try {
    await meetSession();
    await syncNow();
    if ((await countUnclaimed()) + (await countUnclaimedDrafts()) > 0) {
      // The server's count as well: without consent nothing of the account is fetched.
      if (root.dataset.records !== "0" || (await mustAskToAdopt())) return await ask(root, ahead);
      await adoptUnclaimed();
    }
  } catch {
    say(root, "failed");
    return;
  }
  location.replace(ahead);
}

/**
 * @param {HTMLElement} root
 * @param {string} ahead
 */
async function ask(root, ahead) {
  const drafts = await countUnclaimedDrafts();
  say(root, "ask", { count: String(await countUnclaimed()), drafts: String(drafts) });
  const place = find(root, "[data-place]", HTMLElement);
  find(place, "[data-half]", HTMLElement).hidden = drafts === 0;
  find(place, "h2", HTMLElement).focus();
  find(place, "[data-leave]", HTMLButtonElement).addEventListener("click", () => location.replace(ahead));
  find(place, "[data-adopt]", HTMLButtonElement).addEventListener("click", async () => {
    say(root, "fetching");
    try {
      await adoptUnclaimed();
    } catch {
      say(root, "failed");
      return;
    }
    location.replace(ahead);
  });
}

/**
 * @param {HTMLElement} root
 * @param {string} name
 * @param {Record<string, string>} [texts]
 */
function say(root, name, texts = {}) {
  find(root, "[data-place]", HTMLElement).replaceChildren(slot(root, name, texts));
}
