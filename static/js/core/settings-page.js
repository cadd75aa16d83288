// @ts-check
import { mount as settingChoice } from "../behaviours/setting-choice.js";
import { mountAll } from "./mount.js";
import { followSetting } from "./settings.js";

mountAll(document, { "setting-choice": settingChoice });

followSetting("theme", (theme) => {
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
});
