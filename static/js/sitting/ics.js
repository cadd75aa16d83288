// @ts-check
import { changesOf, localText, offsetAt } from "./zone.js";

const DAY = 86_400_000;
const LONGEST_LINE = 75; // octets, RFC 5545 section 3.1

/**
 * @typedef {object} CalendarEvent
 * @property {string} uid the same for the same event in a later file, which then replaces it
 * @property {number} start milliseconds
 * @property {number} end milliseconds
 * @property {string} title
 * @property {string} [text]
 * @property {string} [link]
 * @property {number[]} alarms minutes before the start
 * @property {{days: string[], until: number}} [repeat] each week on these days ("MO" …), up to a moment
 *
 * @typedef {object} Calendar
 * @property {string} name
 * @property {string} zone such as "Europe/London"; the events keep their wall-clock time in it
 * @property {number} stamp when the file was made, milliseconds
 * @property {CalendarEvent[]} events
 */

/**
 * Write a calendar as an iCalendar file (RFC 5545).
 *
 * @param {Calendar} calendar
 * @returns {string} lines of at most 75 octets, ended by CRLF
 */
export function writeCalendar({ name, zone, stamp, events }) {
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//hipcare//hipcare//EN", "CALSCALE:GREGORIAN"];
  lines.push("METHOD:PUBLISH", `X-WR-CALNAME:${escapeText(name)}`);
  if (zone !== "UTC") lines.push(...zoneLines(zone, events));
  for (const event of events) lines.push(...eventLines(event, zone, stamp));
  lines.push("END:VCALENDAR");
  return lines.map((line) => `${fold(line)}\r\n`).join("");
}

/** @type {(event: CalendarEvent, zone: string, stamp: number) => string[]} */
function eventLines(event, zone, stamp) {
  const lines = ["BEGIN:VEVENT", `UID:${escapeText(event.uid)}`, `DTSTAMP:${utcText(stamp)}`];
  lines.push(timeLine("DTSTART", event.start, zone), timeLine("DTEND", event.end, zone));
  if (event.repeat) {
    lines.push(`RRULE:FREQ=WEEKLY;UNTIL=${utcText(event.repeat.until)};BYDAY=${event.repeat.days.join()}`);
  }
  lines.push(`SUMMARY:${escapeText(event.title)}`);
  if (event.text) lines.push(`DESCRIPTION:${escapeText(event.text)}`);
  if (event.link) lines.push(`URL:${event.link}`);
  lines.push("TRANSP:TRANSPARENT"); // a break does not make anybody busy
  for (const minutes of event.alarms) {
    const before = minutes ? `-PT${minutes}M` : "PT0S";
    lines.push("BEGIN:VALARM", "ACTION:DISPLAY", `TRIGGER:${before}`);
    lines.push(`DESCRIPTION:${escapeText(event.title)}`, "END:VALARM");
  }
  return [...lines, "END:VEVENT"];
}

/** @type {(name: string, at: number, zone: string) => string} */
function timeLine(name, at, zone) {
  return zone === "UTC" ? `${name}:${utcText(at)}` : `${name};TZID=${zone}:${localText(at, zone)}`;
}

/**
 * Describe the zone for as long as the events last: the offset at their beginning, and each change after it.
 *
 * @param {string} zone
 * @param {CalendarEvent[]} events
 */
function zoneLines(zone, events) {
  const from = Math.min(...events.map((event) => event.start)) - DAY;
  const until = Math.max(...events.map((event) => event.repeat?.until ?? event.end)) + DAY;
  const first = offsetAt(from, zone);
  const standard = Math.min(offsetAt(winter(from), zone), offsetAt(summer(from), zone));
  const changes = [{ at: from, before: first, after: first }, ...changesOf(zone, from, until)];
  const parts = changes.flatMap(({ at, before, after }) => {
    const kind = after > standard ? "DAYLIGHT" : "STANDARD";
    // The onset reads as the wall clock did before it.
    const onset = utcText(at + before * 60_000).replace("Z", "");
    return [`BEGIN:${kind}`, `DTSTART:${onset}`, `TZOFFSETFROM:${offsetText(before)}`, `TZOFFSETTO:${offsetText(after)}`, `END:${kind}`];
  });
  return ["BEGIN:VTIMEZONE", `TZID:${zone}`, ...parts, "END:VTIMEZONE"];
}

/** @param {number} at */
function winter(at) {
  return Date.UTC(new Date(at).getUTCFullYear(), 0, 1);
}

/** @param {number} at */
function summer(at) {
  return Date.UTC(new Date(at).getUTCFullYear(), 6, 1);
}

/** @param {number} at */
function utcText(at) {
  return new Date(at).toISOString().replace(/[-:]|\.\d{3}/g, "");
}

/** @param {number} minutes */
function offsetText(minutes) {
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}${two(size % 60)}`;
}

/** @param {string} text */
function escapeText(text) {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[\0-\x09\x0b-\x1f\x7f]/g, " ")
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\n/g, "\\n");
}

/**
 * Break a long line between characters; the next begins with a space.
 *
 * @param {string} line
 */
function fold(line) {
  const encoder = new TextEncoder();
  let folded = "";
  let octets = 0;
  for (const letter of line) {
    const size = encoder.encode(letter).length;
    if (octets + size > LONGEST_LINE) {
      folded += "\r\n ";
      octets = 1;
    }
    folded += letter;
    octets += size;
  }
  return folded;
}
