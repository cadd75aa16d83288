// @ts-check
import { mountAll } from "../core/mount.js";
import { mount as breakCalendar } from "./break-calendar.js";
import { mount as breakTimer } from "./break-timer.js";

mountAll(document, { "break-timer": breakTimer, "break-calendar": breakCalendar });
