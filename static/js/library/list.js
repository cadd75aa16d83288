// @ts-check
import { mountAll } from "../core/mount.js";
import { mount as filterMoves } from "./filter-moves.js";

mountAll(document, { "filter-moves": filterMoves });
