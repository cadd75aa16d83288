// @ts-check
import { mountAll } from "../core/mount.js";
import { mount as report } from "./report.js";
import { mount as journal, withStore } from "./shell.js";

mountAll(document, { journal, report: withStore(report) });
