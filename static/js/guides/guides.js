// @ts-check
import { mountAll } from "../core/mount.js";
import { mount as bookmarks } from "./bookmarks.js";

mountAll(document, { bookmarks });
