// @ts-check
import { mount as dialog } from "./behaviours/dialog.js";
import { later } from "./core/loaded.js";
import { mountAll } from "./core/mount.js";
import "./offline/install-moment.js";
import { mindElsewhere } from "./sitting/elsewhere.js";

mountAll(document, {
  dialog,
  "account-link": later(() => import("./accounts/link.js")),
  "offline-status": later(() => import("./offline/status.js")),
  "sync-status": later(() => import("./journal/sync-status.js")),
});
mindElsewhere();
