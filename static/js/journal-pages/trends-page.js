// @ts-check
import { mountAll } from "../core/mount.js";
import { mount as goals } from "./goals.js";
import { mount as journal, withStore } from "./shell.js";
import { mount as trends } from "./trends.js";

mountAll(document, { journal, trends: withStore(trends), goals: withStore(goals) });
