// @ts-check
import { beat, cue } from "./cues.js";
import { marksBetween } from "./marks.js";
import { toRead } from "./reading.js";
import { isReading, segmentOf, WORK } from "./run.js";
import { textsOf } from "./stage.js";
import { words } from "./words.js";

/**
 * Guide through the seconds that have just passed of the running part.
 *
 * @param {HTMLElement} root
 * @param {import("./run.js").Run} run
 * @param {number} from seconds, not included
 * @param {number} to seconds, included
 */
export function giveCues(root, run, from, to) {
  const segment = segmentOf(run);
  const { calm } = run.items[segment.item];
  for (const mark of marksBetween({ ...segment, calm }, from, to)) {
    if (mark === "start") begin(root, run);
    else cue(mark, words(root, `say-${mark}`));
  }
  if (segment.type === "count") count(segment, from, to);
}

/**
 * @param {HTMLElement} root
 * @param {import("./run.js").Run} run
 */
function begin(root, run) {
  const { type, item } = segmentOf(run);
  const kind = run.items[item].calm ? "calm" : WORK.includes(type) ? "start" : "change";
  cue(kind, words(root, `say-${type}`, textsOf(root, run)), isReading(run) ? toRead(run.items[item]) : []);
}

/**
 * @param {import("./timeline.js").Segment} segment
 * @param {number} from
 * @param {number} to
 */
function count({ count: all = 1, seconds }, from, to) {
  const each = (seconds ?? 1) / all;
  const number = Math.floor(to / each) + 1;
  if (from >= 0 && number > Math.floor(from / each) + 1 && number <= all) beat(String(number));
}
