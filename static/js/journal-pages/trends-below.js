// @ts-check
import { currentAccount } from "../device/pointer.js";
import { dayNumber, today } from "./days.js";
import { mount as goals } from "./goals.js";
import { showLinks } from "./links-view.js";
import { recordsOf } from "./summed-records.js";

const LINKED_DAYS = 182;

/**
 * What stands below the drawings of the trends page: goals, and what goes with what.
 *
 * @param {HTMLElement} root
 */
export async function mount(root) {
  await goals(root);
  const first = today() - LINKED_DAYS;
  const rows = await recordsOf(currentAccount(), LINKED_DAYS);
  showLinks(root, rows.filter(({ data }) => dayNumber(/** @type {Journal.Moment} */ (data?.at)) > first));
}
