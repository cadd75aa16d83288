// @ts-check
import { mountAll } from "../core/mount.js";
import { mount as measures } from "./measures.js";
import { mount as journal } from "./shell.js";

mountAll(document, { journal, measures: (root) => void measures(root) });
