// @ts-check
import { markBusy } from "../core/busy.js";
import { attend } from "./attend.js";
import { comeBack, elapsed, makeNow } from "./clock.js";
import { cue, silence } from "./cues.js";
import { giveCues } from "./guide.js";
import { back, goOn, halt, isOver, isReading, leaveFor, pass, segmentOf, skip, startAgain } from "./run.js";
import { part } from "./screens.js";
import { drawSegment, drawTime } from "./stage.js";
import { words } from "./words.js";

/** @typedef {import("./run.js").Run} Run */

const TICK = 250; // milliseconds
const KEEP_EVERY = 1_000;

/** A session on the screen, from its start until it is over or stopped. */
export class Playing {
  #shown = -1;
  #spent = -1;
  #kept = 0;
  #seen = 0;
  #ended = new AbortController();

  /**
   * @param {HTMLElement} root
   * @param {Run} run
   * @param {{keep: (run: Run, seen: number) => void, over: (run: Run) => void, now?: () => number}} options keep: called
   *   at each change and each second; over: called once
   */
  constructor(root, run, { keep, over, now = makeNow() }) {
    this.root = root;
    this.run = run;
    this.keep = keep;
    this.over = over;
    this.now = now;
    this.#seen = now();
    // Keys must not set anything going behind the question of what hurts.
    const onScreen = (/** @type {() => void} */ act) => () => {
      if (document.documentElement.dataset.player === "running") act();
    };
    this.acts = {
      pause: onScreen(() => this.toggle()),
      back: onScreen(() => this.change(back(this.run, this.now()))),
      skip: onScreen(() => this.change(skip(this.run, this.now()))),
      done: onScreen(() => this.change(leaveFor(this.run, this.run.clock.index + 1, this.now(), true))),
    };
    this.#begin();
  }

  #begin() {
    const { signal } = this.#ended;
    const free = markBusy("timer");
    const timer = setInterval(() => this.run.clock.since !== null && this.change(this.run), TICK);
    signal.addEventListener("abort", () => (clearInterval(timer), free()));
    void attend({ root: this.root, acts: this.acts, notify: (name) => this.notify(name) }, signal);
    this.change(this.run);
  }

  /**
   * Take over a changed session, let the time until now pass, and show it.
   *
   * @param {Run} run
   */
  change(run) {
    const now = this.now();
    const changed = run !== this.run;
    this.run = pass(changed ? run : this.#afterAbsence(now), now);
    this.#seen = now;
    if (isOver(this.run)) return this.#end(true);
    if (changed || this.run.clock.index !== this.#shown || this.run.clock.since === null) this.#showSegment();
    if (this.run.clock.since !== null) {
      const spent = elapsed(this.run.clock, now);
      giveCues(this.root, this.run, this.#spent, spent);
      this.#spent = spent;
    }
    drawTime(this.root, this.run, now);
    if (!changed && now - this.#kept < KEEP_EVERY) return;
    this.#kept = now;
    this.keep(this.run, now);
  }

  /**
   * A browser may stop a page that nobody looks at, for as long as it likes.
   *
   * @param {number} now
   * @returns {Run} paused where the rest ran out meanwhile
   */
  #afterAbsence(now) {
    const { clock, how } = comeBack(this.run.clock, this.run.segments, this.#seen, now);
    if (how !== "steady") this.notify(`notice-${how}`);
    return how === "paused" ? { ...this.run, clock } : this.run;
  }

  #showSegment() {
    if (this.run.clock.index !== this.#shown) this.#spent = this.run.clock.base || -1;
    this.#shown = this.run.clock.index;
    drawSegment(this.root, this.run);
  }

  toggle() {
    const paused = this.run.clock.since === null;
    const anew = paused && isReading(this.run); // nobody wants the second half of the steps
    silence();
    if (anew) this.#spent = -1;
    this.change(anew ? startAgain(this.run, this.now()) : paused ? goOn(this.run, this.now()) : halt(this.run, this.now()));
    if (!anew) cue("half", words(this.root, paused ? "say-going-on" : "say-paused"));
  }

  /** Stop without a word; what follows speaks for itself. */
  halt() {
    silence();
    this.change(halt(this.run, this.now()));
  }

  goOn() {
    this.change(goOn(this.run, this.now()));
  }

  finish() {
    this.run = halt(leaveFor(this.run, this.run.clock.index, this.now()), this.now());
    this.#end(false);
  }

  /** @param {boolean} whole */
  #end(whole) {
    this.#ended.abort();
    silence();
    if (whole) cue(this.run.items.at(-1)?.calm ? "calm" : "end", words(this.root, "say-end"));
    this.over(this.run);
  }

  /**
   * Say something that is not part of the guidance.
   *
   * @param {string} name of the template
   * @param {Record<string, string>} [texts]
   */
  notify(name, texts) {
    const notice = part(this.root, "notice");
    notice.textContent = words(this.root, name, texts);
    notice.hidden = false;
  }

  /** @returns {import("./lines.js").PlayItem} what is on */
  get item() {
    return this.run.items[segmentOf(this.run).item];
  }
}
