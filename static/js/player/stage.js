// @ts-check
import { elapsed } from "./clock.js";
import { buzz } from "./cues.js";
import { showFigure } from "./figure.js";
import { isOn } from "./how.js";
import { isReading, segmentOf } from "./run.js";
import { part } from "./screens.js";
import { BREATH } from "./timeline.js";
import { clockTime, spokenTime, words } from "./words.js";

/** @typedef {import("./run.js").Run} Run */

/**
 * Draw what changes from one part of a session to the next.
 *
 * @param {HTMLElement} root
 * @param {Run} run
 */
export function drawSegment(root, run) {
  const segment = segmentOf(run);
  const { move, note, calm } = run.items[segment.item];
  const texts = textsOf(root, run);
  part(root, "move").textContent = texts.title;
  part(root, "where").textContent = words(root, "where", { number: String(segment.item + 1), all: String(run.items.length) });
  const next = run.items[segment.item + 1];
  part(root, "next").textContent = next ? words(root, "next", { title: titleOf(root, next) }) : "";
  part(root, "stage").textContent = words(root, `stage-${segment.type}`, texts);
  part(root, "side").textContent = texts.side;
  part(root, "note").textContent = note || move?.working || "";
  part(root, "open").hidden = segment.type !== "open";
  part(root, "in-place").hidden = !isReading(run);
  part(root, "ask").hidden = segment.type !== "ask";
  part(root, "breath").hidden = segment.type !== "breathe";
  part(root, "count").hidden = segment.type !== "count";
  part(root, "time").hidden = segment.seconds === null;
  drawCard(root, move?.steps ?? []);
  showFigure(part(root, "figure"), move, segment.side);
  part(root, "progress").setAttribute("value", String(run.clock.index / run.segments.length));
  document.documentElement.toggleAttribute("data-dim", Boolean(calm) && segment.type === "hold" && run.clock.since !== null);
  drawPause(root, run);
}

/**
 * Show whether the time stands.
 *
 * @param {HTMLElement} root
 * @param {Run} run
 */
function drawPause(root, run) {
  const paused = run.clock.since === null;
  part(root, "pause").hidden = paused;
  part(root, "go-on").hidden = !paused;
  if (paused) part(root, "stage").textContent = words(root, "stage-paused");
}

/**
 * Draw what changes with every second.
 *
 * @param {HTMLElement} root
 * @param {Run} run
 * @param {number} now
 */
export function drawTime(root, run, now) {
  const segment = segmentOf(run);
  const spent = elapsed(run.clock, now);
  write(part(root, "time"), segment.seconds === null ? "" : clockTime(segment.seconds - spent));
  if (segment.type === "count") drawCount(root, segment, spent);
  if (segment.type === "breathe") drawBreath(root, spent, run.clock.since !== null);
}

/**
 * @param {HTMLElement} root
 * @param {import("./timeline.js").Segment} segment
 * @param {number} spent
 */
function drawCount(root, { count = 1, seconds }, spent) {
  const done = Math.min(count, Math.floor((spent / (seconds ?? 1)) * count) + 1);
  write(part(root, "count"), words(root, "times", { done: String(done), count: String(count) }));
}

/**
 * @param {HTMLElement} root
 * @param {number} spent
 * @param {boolean} running
 */
function drawBreath(root, spent, running) {
  const isIn = spent % (BREATH.in + BREATH.out) < BREATH.in;
  const breath = part(root, "breath");
  const now = running ? (isIn ? "in" : "out") : "";
  if (breath.dataset.now === now) return;
  breath.dataset.now = now;
  part(root, "in-out").textContent = now ? words(root, now) : "";
  if (now) buzz(isIn ? [60] : [30, 60, 30]);
}

/**
 * @param {HTMLElement} root
 * @param {string[]} steps
 */
function drawCard(root, steps) {
  const card = part(root, "card");
  card.hidden = !isOn("cue-steps") || steps.length === 0;
  card.replaceChildren(...steps.map((text) => Object.assign(document.createElement("li"), { textContent: text })));
}

/**
 * The texts that what is said and shown of the running part may need.
 *
 * @param {HTMLElement} root
 * @param {Run} run
 */
export function textsOf(root, run) {
  const segment = segmentOf(run);
  const item = run.items[segment.item];
  const isWay = item.sides === "each-direction";
  return {
    title: titleOf(root, item),
    side: segment.side ? words(root, isWay ? `way-${segment.side}` : segment.side) : "",
    time: spokenTime(segment.seconds ?? 0),
    count: String(segment.count ?? ""),
    set: String(segment.set ?? ""),
    sets: String(segment.sets ?? ""),
  };
}

/**
 * @param {HTMLElement} root
 * @param {import("./lines.js").PlayItem} item
 */
export function titleOf(root, { move }) {
  return move?.title ?? words(root, "rest-title");
}

/**
 * @param {HTMLElement} element
 * @param {string} text
 */
function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
