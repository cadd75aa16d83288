// @ts-check
import { mount as firstCard } from "./behaviours/first-card.js";
import { mount as settingChoice } from "./behaviours/setting-choice.js";
import { mountAll } from "./core/mount.js";

mountAll(document, { "first-card": firstCard, "setting-choice": settingChoice });
