// @ts-check
import { mountAll } from "../core/mount.js";
import { mount as leave } from "./leave.js";

mountAll(document, { leave });
