// @ts-check
import { showAfter } from "./after.js";
import { comeBack, makeNow } from "./clock.js";
import { askWhatHurts, mountHurt } from "./hurt.js";
import { forget, keep } from "./keep.js";
import { itemOf, itemsOf, lineUp, settingOf } from "./lines.js";
import { findMove, makeStep } from "./pages.js";
import { goOn, leaveFor, makeRun, segmentOf } from "./run.js";
import { Playing } from "./running.js";
import { onPress, showScreen } from "./screens.js";
import { holdAgain, takeOther } from "./swapping.js";

/**
 * @typedef {object} Wanted
 * @property {import("./pages.js").Plan} plan
 * @property {import("./swaps.js").Body} body
 * @property {import("./lines.js").Choices} choices
 * @property {import("./timeline.js").Wishes} wishes
 * @property {import("./record.js").Feelings} before
 * @property {string} told names what is known of the body
 * @property {string} address
 */

/**
 * Play what is wanted from its start, or go on with what was kept of it.
 *
 * @param {HTMLElement} root
 * @param {Wanted} wanted
 * @param {import("./keep.js").Kept} [kept]
 */
export async function playSession(root, wanted, kept) {
  const { plan, body, choices, wishes, before, address, told } = wanted;
  const now = makeNow();
  const replaced = { ...kept?.replaced };
  const hurt = [...(kept?.hurt ?? [])];
  const began = kept?.began ?? now();
  const items = await withReplaced(itemsOf(await lineUp(plan, choices, body)), replaced);
  const { run, how } = resumed(makeRun(items, wishes), kept, now());
  const state = (/** @type {import("./run.js").Run} */ current, /** @type {number} */ seen, ended = 0) => ({
    address, title: plan.title, told, choices, replaced, wishes, clock: current.clock, credits: current.credits,
    segments: current.segments.length, seen, began, ended, before, hurt,
  });
  const over = (/** @type {import("./run.js").Run} */ finished) => {
    const ended = kept?.ended || now();
    keep(state(finished, now(), ended));
    showAfter(root, { plan, run: finished, began, ended, before, hurt }, forget);
  };
  if (kept?.ended) return over(run);
  showScreen(root, "running");
  const playing = new Playing(root, run, { keep: (current, seen) => keep(state(current, seen)), over, now });
  if (how !== "steady") playing.notify(`notice-${how}`);
  const swap = async (/** @type {"easier" | "deeper"} */ relation) => {
    const place = segmentOf(playing.run).item;
    const slug = await takeOther(playing, relation, body, await settingOf(plan));
    if (slug) replaced[place] = slug;
    return Boolean(slug);
  };
  steer(root, playing, swap, hurt);
  return undefined;
}

/**
 * @param {HTMLElement} root
 * @param {Playing} playing
 * @param {(relation: "easier" | "deeper") => Promise<boolean>} swap
 * @param {number[]} hurt
 */
function steer(root, playing, swap, hurt) {
  const again = (/** @type {number} */ lead) => playing.change(leaveFor(playing.run, holdAgain(playing) - lead, playing.now(), true));
  onPress(root, {
    ...playing.acts,
    easier: () => swap("easier"),
    deeper: () => swap("deeper"),
    stay: () => again(0),
    "move-on-spot": () => again(1),
    finish: () => playing.finish(),
    hurts: () => {
      playing.halt();
      hurt.push(segmentOf(playing.run).item);
      askWhatHurts(root);
    },
  });
  const onward = (/** @type {() => void} */ act) => () => {
    showScreen(root, "running");
    act();
    playing.goOn();
  };
  mountHurt(root, () => ({
    easier: async () => {
      const found = await swap("easier");
      if (found) onward(() => undefined)();
      return found;
    },
    skip: onward(playing.acts.skip),
    goOn: onward(() => undefined),
    finish: () => playing.finish(),
  }));
}

/**
 * @param {import("./lines.js").PlayItem[]} items
 * @param {Record<string, string>} replaced
 */
function withReplaced(items, replaced) {
  return Promise.all(
    items.map(async (item, place) => {
      const move = replaced[place] ? await findMove(replaced[place]) : null;
      const named = item.from || item.move?.slug || "";
      return move ? { ...itemOf(move, undefined, makeStep(named)), from: move.slug === named ? "" : named } : item;
    }),
  );
}

/**
 * @param {import("./run.js").Run} run
 * @param {import("./keep.js").Kept | undefined} kept
 * @param {number} now
 * @returns {{run: import("./run.js").Run, how: "steady" | "went-on" | "paused"}}
 */
function resumed(run, kept, now) {
  if (!kept) return { run: goOn(run, now), how: "steady" };
  // Content that has changed since lays the time out differently: then only the move is sure.
  if (kept.segments !== run.segments.length) return { run: { ...run, credits: [] }, how: "paused" };
  const { clock, how } = comeBack(kept.clock, run.segments, kept.seen, now);
  return { run: { ...run, credits: kept.credits, clock: { ...kept.clock, ...(how === "paused" ? clock : {}) } }, how };
}
