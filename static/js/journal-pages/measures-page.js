// @ts-check
import { mountAll } from "../core/mount.js";
import { mount as measures } from "./measures.js";
import { mount as journal, withStore } from "./shell.js";

mountAll(document, { journal, measures: withStore(measures) });
