// @ts-check
import { mountAll } from "../core/mount.js";
import { mount as passkeyTrouble } from "./passkey-trouble.js";

mountAll(document, { "passkey-trouble": passkeyTrouble });
