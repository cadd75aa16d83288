// @ts-check
import { mountAll } from "../core/mount.js";
import { mount as sampler } from "./sampler.js";

mountAll(document, { sampler });
