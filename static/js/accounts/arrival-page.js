// @ts-check
import { mountAll } from "../core/mount.js";
import { mount as arrival } from "./arrival.js";

mountAll(document, { arrival: (root) => void arrival(root) });
