// @ts-check
import { mountAll } from "../core/mount.js";
import { mount as checkIn } from "./check-in.js";
import { mount as installAdvice } from "./install-advice.js";
import { mount as journal, withStore } from "./shell.js";

mountAll(document, { journal, "check-in": withStore(checkIn), "install-advice": withStore(installAdvice) });
