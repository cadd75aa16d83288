// @ts-check
import { mountAll } from "../core/mount.js";
import { mount as driveMode } from "./drive.js";

mountAll(document, { "drive-mode": driveMode });
