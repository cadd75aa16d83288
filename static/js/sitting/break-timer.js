// @ts-check
import { announce } from "../core/announce.js";
import { markBusy } from "../core/busy.js";
import { find, slot } from "../core/dom.js";
import { moment } from "../core/moment.js";
import { clockText, phrase } from "../core/phrases.js";
import { countBreaks } from "./break-count.js";
import { badge, chime, readySound } from "./cues.js";
import { keepRecord } from "./kept.js";
import { shift } from "./moments.js";
import { askOnce, dismiss, followActions } from "./notifications.js";
import { giveCue, TAG } from "./timer-cues.js";
import { mountSettings, mountStart, showPermission } from "./timer-form.js";
import { keepTimerPage, runTimer, timerSettings } from "./timer-run.js";
import { begin, goOn, pause, snooze, takeBreak, uncount } from "./timer-state.js";
import { showTimer } from "./timer-view.js";

/**
 * The break timer's page.
 *
 * @param {HTMLElement} root
 */
export function mount(root) {
  const page = { url: location.pathname, icon: root.dataset.icon ?? "", badge: root.dataset.badge ?? "" };
  let free = () => {};
  const show = (/** @type {Sitting.Timer | null} */ state, /** @type {number} */ now) => {
    if ((root.dataset.phase ?? "off") !== (state?.phase ?? "off")) {
      badge(state?.phase === "due");
      if (state?.phase !== "due") dismiss(TAG).catch(reportError);
      free();
      free = state ? markBusy("timer") : () => {};
    }
    showTimer(root, state, now);
  };
  const run = runTimer(show, (cue) => giveCue(root, cue, page));
  const acts = actsOf(root, run);
  mountStart(root, acts.start);
  mountSettings(root);
  root.addEventListener("click", (event) => press(event, acts));
  followActions((action) => {
    if (["already", "snooze"].includes(action) && run.state()) acts[/** @type {"already"} */ (action)]();
  });
  for (const part of root.querySelectorAll("[data-panels], [data-settings]")) part.removeAttribute("inert");
  showCounts(root);
}

/**
 * @param {Event} event
 * @param {Record<string, (button: HTMLElement) => void>} acts
 */
function press(event, acts) {
  const button = event.target instanceof Element ? event.target.closest("[data-act], [data-pick]") : null;
  if (!(button instanceof HTMLElement)) return;
  readySound();
  acts[button.dataset.act ?? "pick"]?.(button);
}

/**
 * @param {HTMLElement} root
 * @param {ReturnType<typeof runTimer>} run
 */
function actsOf(root, run) {
  const say = (/** @type {string} */ name) => {
    const until = run.state()?.until;
    announce(phrase(root, name, { at: until ? clockText(until) : "" }));
  };
  const again = () => run.change(begin(Date.now(), timerSettings().minutes));
  const change = (/** @type {(state: Sitting.Timer) => Sitting.Timer} */ next) => {
    const state = run.state();
    if (state) run.change(next(state));
  };
  return {
    start() {
      readySound();
      keepTimerPage(location.pathname);
      again();
      say("say-start");
      if (timerSettings().notification) askOnce().then(() => showPermission(root));
    },
    stop() {
      run.change(null);
      say("say-stop");
    },
    pause: () => change((state) => pause(state, Date.now())),
    "go-on": () => change((state) => goOn(state, Date.now())),
    count: () => change((state) => ({ ...shift(state, -state.clock), clock: 0 })),
    uncount: () => change(uncount),
    try: () => chime("rising"),
    snooze() {
      run.change(snooze(Date.now(), timerSettings().snooze));
      say("say-snooze");
    },
    pick: (/** @type {HTMLElement} */ button) => change((state) => takeBreak(state, Date.now(), button.dataset.pick ?? "")),
    already() {
      again();
      keepBreak(root, "already-up", Date.now(), null).then(() => say("say-kept"));
    },
    back() {
      const state = run.state();
      again();
      if (state) keepBreak(root, "timer", state.since, mentionOf(root, state.move)).then(() => say("say-kept"));
    },
  };
}

/**
 * @param {HTMLElement} root
 * @param {string} reason
 * @param {number} since milliseconds
 * @param {{document: string, slug: string, title: string} | null} move
 */
async function keepBreak(root, reason, since, move) {
  const now = Date.now();
  const seconds = Math.max(0, Math.round((now - since) / 1000));
  const took = move ? { move, seconds, ended: moment(new Date(now)) } : {};
  const problems = find(root, "[data-problems]", HTMLElement);
  try {
    await keepRecord("break", { at: moment(new Date(since)), reason, outcome: "taken", ...took });
    problems.replaceChildren();
  } catch (error) {
    problems.replaceChildren(slot(root, "not-kept", {}));
    reportError(error);
  }
  await showCounts(root);
}

/** @type {(root: HTMLElement, slug: string) => {document: string, slug: string, title: string} | null} */
function mentionOf(root, slug) {
  const button = root.querySelector(`[data-pick="${slug}"]`);
  if (!(button instanceof HTMLElement)) return null;
  return { document: button.dataset.document ?? "", slug, title: button.dataset.title ?? "" };
}

/** @param {HTMLElement} root */
async function showCounts(root) {
  const counts = await countBreaks(Date.now()).catch(() => null); // no store here: there is nothing to count
  if (!counts) return;
  find(root, "[data-today]", HTMLElement).textContent = String(counts.today);
  find(root, "[data-week]", HTMLElement).textContent = String(counts.week);
  find(root, "[data-counts]", HTMLElement).hidden = false;
}
