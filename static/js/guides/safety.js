// @ts-check
import { mount as settingChoice } from "../behaviours/setting-choice.js";
import { mountAll } from "../core/mount.js";
import { mount as dangerSigns } from "./danger-signs.js";
import { mount as regionCalls } from "./region-calls.js";

const parts = { "setting-choice": settingChoice, "region-calls": regionCalls };

mountAll(document, { ...parts, "danger-signs": (root) => dangerSigns(root, parts) });
