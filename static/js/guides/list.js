// @ts-check
import { mountAll } from "../core/mount.js";
import { mount as openTarget } from "./open-target.js";
import { mount as selfCheck } from "./self-check.js";

mountAll(document, { "open-target": openTarget, "self-check": selfCheck });
