// @ts-check
import { mountAll } from "../core/mount.js";
import { syncNow } from "../journal/sync.js";

/** What the page has just done on the server is done on this device too. */
mountAll(document, { "sync-once": () => void syncNow() });
