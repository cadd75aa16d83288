// @ts-check
import { mountAll } from "../core/mount.js";
import { mount as backup } from "./backup-view.js";
import { mount as journal, withStore } from "./shell.js";

mountAll(document, { journal, backup: withStore(backup) });
