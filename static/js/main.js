// @ts-check
import { mount as accountLink } from "./accounts/link.js";
import { mount as dialog } from "./behaviours/dialog.js";
import { mountAll } from "./core/mount.js";
import { mount as offlineStatus } from "./offline/status.js";
import { mindTimer } from "./sitting/elsewhere.js";

/** @param {HTMLElement} root */
function syncStatus(root) {
  // Only pages with a journal pay for its modules.
  void import("./journal/sync-status.js").then(({ mount }) => mount(root));
}

mountAll(document, { "account-link": accountLink, dialog, "offline-status": offlineStatus, "sync-status": syncStatus });
mindTimer();
