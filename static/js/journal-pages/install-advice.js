// @ts-check
import { find, slot } from "../core/dom.js";
import { readSetting, writeSetting } from "../core/settings.js";
import { currentAccount } from "../device/pointer.js";
import { countRecords } from "../journal/records.js";
import { mayAdvise, refuseInstall } from "../offline/install.js";

const SHOWN = "install-advised";

/**
 * Advise the home screen: once, and only while there is nothing else in the journal. It stands below the first check-in,
 * where it moves nothing, or after the first session.
 *
 * @param {HTMLElement} root
 * @param {number} [most] records that there may be
 */
export async function mount(root, most = 0) {
  if (!mayAdvise() || readSetting(SHOWN) || (await countRecords(currentAccount())) > most) return;
  // The browser's own way onto the home screen is offered already.
  if (document.querySelector('[data-shown^="install"]')) return;
  writeSetting(SHOWN, "yes");
  const place = find(root, "[data-advice]", HTMLElement);
  place.replaceChildren(slot(root, "offer-install", {}));
  takeNo(place);
}

/**
 * Take the advice away for good when the person does not want it.
 *
 * @param {HTMLElement} place
 */
export function takeNo(place) {
  place.addEventListener("click", ({ target }) => {
    if (!(target instanceof Element) || !target.closest('[data-act="no-install"]')) return;
    refuseInstall();
    place.replaceChildren();
  });
}
