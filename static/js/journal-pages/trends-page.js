// @ts-check
import { drawFirst } from "../core/loaded.js";
import { mountAll } from "../core/mount.js";
import { mount as journal, withStore } from "./shell.js";
import { mount as drawings } from "./trends.js";

/** @param {HTMLElement} root */
async function trends(root) {
  const drawn = drawings(root);
  drawFirst(drawn);
  await drawn;
  // Half of the modules are for what stands below: the drawings do not wait for them.
  const { mount } = await import("./trends-below.js");
  await mount(root);
}

mountAll(document, { journal, trends: withStore(trends) });
