// @ts-check
import { mountAll } from "../core/mount.js";
import { mount as draft } from "./draft.js";
import { nameMarks } from "./filter-boxes.js";
import { mount as lines } from "./lines.js";
import { mount as rows } from "./rows.js";
import { dropSaved, mount as signOut } from "./signing-out.js";
import { mount as writingHelp } from "./writing-help.js";

dropSaved();
nameMarks();
mountAll(document, { draft, lines, rows, "sign-out": signOut, "writing-help": writingHelp });
