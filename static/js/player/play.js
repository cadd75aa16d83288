// @ts-check
import { find } from "../core/dom.js";
import { drawFirst } from "../core/loaded.js";
import { mountAll } from "../core/mount.js";
import { readProfile } from "../library/profile.js";
import { mountBefore } from "./before.js";
import { mountFeelings, readFeelings } from "./feelings.js";
import { mountGate } from "./gate.js";
import { mountHow, readWishes } from "./how.js";
import { forget, noChoices, readKept } from "./keep.js";
import { askForMoves, readPlan, wantsWarmUp } from "./plan.js";
import { onPress, part, showScreen } from "./screens.js";
import { nameOf, readTold } from "./told.js";

const here = location.pathname + location.search;

/** @param {HTMLElement} root */
async function mount(root) {
  showScreen(root, "looking", { focus: false });
  onPress(root, { again: () => location.reload() });
  mountHow(root);
  mountFeelings(root);
  const reading = readProfile().catch(() => null);
  const telling = reading.then((profile) => readTold(profile ?? {}));
  const [plan, profile, told] = await Promise.all([readPlan(new URL(location.href), reading, root.dataset), reading, telling]);
  if (!plan) return showScreen(root, "missing", { focus: false });
  part(root, "title").textContent = plan.title;
  document.title = `${plan.title} · ${document.title}`;
  if (!plan.playable) return showScreen(root, "unplayable", { focus: false });
  askForMoves(plan);
  const body = bodyOf(root, profile);
  const choices = { ...noChoices(), warmUp: await wantsWarmUp(plan) };
  const wanted = { plan, body, choices, told: nameOf(body, told) };
  const kept = readKept(Date.now());
  onPress(root, {
    start: oneAtATime(() => (isUnderWay() ? askWhichToPlay(root) : orSaySo(root, start(root, wanted)))),
    "start-instead": oneAtATime(() => orSaySo(root, start(root, wanted))),
    "back-to-before": () => showScreen(root, "before"),
  });
  // Answers that have changed since may speak against it: then it is looked at anew before it is played.
  if (kept?.address === here && (kept.ended || kept.told === wanted.told)) return start(root, { ...wanted, choices: kept.choices }, kept);
  await mountBefore(root, plan, choices, body, profile === null ? "unread" : profile.cautions ? "known" : "unknown");
  if (kept) offerResume(root, kept);
  const isFree = await mountGate(root, plan, body, told);
  if (isFree && !kept && wasToldToStart(root)) await start(root, wanted);
}

/**
 * Let a second press do nothing while the first is at work: what it needs may still be on its way.
 *
 * @param {() => unknown} act
 */
function oneAtATime(act) {
  let working = false;
  return async () => {
    if (working) return;
    working = true;
    try {
      await act();
    } finally {
      working = false;
    }
  };
}

/**
 * Whether the person came by a link that ends in `#start`: that was the tap to begin, and it counts once.
 *
 * @param {HTMLElement} root
 */
function wasToldToStart(root) {
  if (location.hash !== "#start") return false;
  history.replaceState(history.state, "", here);
  return !find(root, '[data-do="start"]', HTMLButtonElement).disabled;
}

/**
 * @param {HTMLElement} root
 * @param {{plan: import("./pages.js").Plan, body: import("./swaps.js").Body, choices: import("./lines.js").Choices, told: string}} wanted
 * @param {import("./keep.js").Kept} [kept]
 */
async function start(root, wanted, kept) {
  const form = find(root, '[data-part="wishes"]', HTMLFormElement);
  const before = kept?.before ?? readFeelings(form, "before");
  const { playSession } = await import("./session.js");
  await playSession(root, { ...wanted, address: here, wishes: kept?.wishes ?? readWishes(), before }, kept);
}

/**
 * @param {HTMLElement} root
 * @param {import("../library/profile.js").Profile | null} profile
 * @returns {import("./swaps.js").Body}
 */
function bodyOf(root, profile) {
  const things = (root.dataset.things ?? "").split(" ").filter(Boolean);
  const owned = profile?.equipment;
  return { cautions: profile?.cautions ?? [], lacking: owned ? things.filter((thing) => !owned.includes(thing)) : [] };
}

/** @returns {boolean} whether another session would be lost by starting this one */
function isUnderWay() {
  const kept = readKept(Date.now());
  return kept !== null && kept.address !== here;
}

/** @param {HTMLElement} root */
function askWhichToPlay(root) {
  name(part(root, "underway"), readKept(Date.now()));
  showScreen(root, "underway");
}

/**
 * @param {HTMLElement} root
 * @param {import("./keep.js").Kept} kept
 */
function offerResume(root, kept) {
  const notice = part(root, "resume");
  const isThis = kept.address === here;
  name(notice, kept);
  find(notice, "a", HTMLAnchorElement).hidden = isThis;
  part(root, "answers-changed").hidden = !isThis;
  notice.hidden = false;
  onPress(notice, { forget: () => (forget(), (notice.hidden = true)) });
}

/**
 * @param {HTMLElement} place
 * @param {import("./keep.js").Kept | null} kept
 */
function name(place, kept) {
  find(place, "[data-title]", HTMLElement).textContent = kept?.title ?? "";
  find(place, "a", HTMLAnchorElement).href = kept?.address ?? "";
}

/**
 * Say so where something does not come about: a part of the player that the network took with it, as a rule.
 *
 * @param {HTMLElement} root
 * @param {Promise<unknown>} work
 */
async function orSaySo(root, work) {
  try {
    await work;
  } catch (error) {
    reportError(error);
    showScreen(root, "broken");
  }
}

mountAll(document, { player: (root) => drawFirst(orSaySo(root, mount(root))) });
