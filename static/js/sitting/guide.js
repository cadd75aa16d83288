// @ts-check
import { mountAll } from "../core/mount.js";
import { mount as findPosition } from "./find-position.js";
import { mount as lengths } from "./lengths.js";

mountAll(document, { "find-position": findPosition, lengths });
