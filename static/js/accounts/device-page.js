// @ts-check
import { mountAll } from "../core/mount.js";
import { mount as deviceAccount } from "./device-account.js";
import { mount as leave } from "./leave.js";

mountAll(document, { "device-account": deviceAccount, leave });
