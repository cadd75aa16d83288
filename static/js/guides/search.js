// @ts-check
import { mountAll } from "../core/mount.js";
import { mount as searchAll } from "./search-all.js";

mountAll(document, { "search-all": searchAll });
