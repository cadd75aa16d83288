// @ts-check
import { mountAll } from "../core/mount.js";
import { mount as tripPlan } from "./trip.js";

mountAll(document, { "trip-plan": tripPlan });
