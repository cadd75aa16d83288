// @ts-check
import { mountAll } from "../core/mount.js";
import { syncNow } from "../journal/sync.js";
import { mount as healthFile } from "./health-file.js";

/** What the page has just done on the server is done on this device too. */
mountAll(document, { "sync-once": () => void syncNow(), "health-file": healthFile });
