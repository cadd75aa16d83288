// @ts-check
import { mountAll } from "../core/mount.js";
import { mount as list } from "./list.js";
import { mountOffers } from "./offers.js";
import { mount as journal, withStore } from "./shell.js";

mountAll(document, { journal, "journal-list": withStore(list), "journal-offers": mountOffers });
