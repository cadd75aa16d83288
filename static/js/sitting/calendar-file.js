// @ts-check
import { writeCalendar } from "./ics.js";

/**
 * Hand a calendar to the person as a file.
 *
 * @param {Parameters<typeof writeCalendar>[0]} calendar
 * @param {string} name of the file, without its ending
 */
export function handOver(calendar, name) {
  const file = new Blob([writeCalendar(calendar)], { type: "text/calendar;charset=utf-8" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = `${name}.ics`;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
