// @ts-check
import { readSetting } from "../core/settings.js";
import { findMove, makeStep } from "./pages.js";
import { readingTime } from "./reading.js";
import { suited, suitsHere } from "./swaps.js";

/**
 * @typedef {import("./pages.js").Plan} Plan
 * @typedef {import("./pages.js").Step} Step
 * @typedef {import("./pages.js").Move} Move
 * @typedef {import("./swaps.js").Body} Body
 * @typedef {import("./keep.js").Choices} Choices
 * @typedef {{place: number, step: Step, decision: import("./swaps.js").Decision | null, move: Move | null,
 *   named: Move | null, included: boolean, isAnyway: boolean, listed: string, titles: Record<string, string>}} Line one
 *   step of the plan with what becomes of it; `listed` is the move that the plan names first
 * @typedef {import("./timeline.js").Item & {move: Move | null, note: string, from: string}} PlayItem
 */

const WARM_UP = "walking-break";
const WARM_UP_SECONDS = 120;
const LONGEST_STAND_IN = 120; // seconds of a long rest that takes the place of another move
const CALM = 300; // seconds from which a rest is quiet and dim

/**
 * Work out what becomes of each step for this body.
 *
 * @param {Plan} plan
 * @param {Choices} choices
 * @param {Body} body
 * @returns {Promise<Line[]>}
 */
export async function lineUp(plan, choices, body) {
  const steps = choices.warmUp ? [makeStep(WARM_UP, { hold_seconds: WARM_UP_SECONDS }), ...plan.steps] : plan.steps;
  const lines = steps.map((step, place) => {
    const isAnyway = choices.anyway.includes(place);
    const listed = (step.options[0] ?? step).stretch;
    return { place, step, included: choices.included[place] ?? !step.optional, isAnyway, listed };
  });
  const moving = lines.filter(({ step, included }) => included && step.type !== "rest");
  const setting = await settingOf(plan);
  const named = await Promise.all(moving.map(({ step, place }) => optionsOf(step, choices.chosen[place], body, setting)));
  const decisions = await suited(named, findMove, body, setting);
  return Promise.all(
    lines.map(async (line) => {
      const at = moving.indexOf(line);
      const decision = at < 0 ? null : asWished(decisions[at], line.isAnyway);
      const move = decision?.played ? await findMove(decision.played) : null;
      const named = line.listed ? await findMove(decision?.named ?? line.listed) : null;
      return { ...line, decision, move, named, titles: await titlesOf(line.step) };
    }),
  );
}

/** @param {Step} step */
async function titlesOf(step) {
  const slugs = [step, ...step.options].map(({ stretch }) => stretch).filter(Boolean);
  const moves = await Promise.all(slugs.map(findMove));
  return Object.fromEntries(slugs.map((slug, index) => [slug, moves[index]?.title ?? slug]));
}

/**
 * @param {import("./swaps.js").Decision} decision
 * @param {boolean} anyway
 */
function asWished(decision, anyway) {
  return anyway ? { ...decision, outcome: /** @type {const} */ ("kept"), played: decision.named } : decision;
}

/**
 * The moves that a step may be, the one to begin with first: of a choice, the one chosen here; else the one that was
 * taken last time instead, where it suits.
 *
 * @param {Step} step
 * @param {string | undefined} chosen
 * @param {Body} body
 * @param {import("./swaps.js").Setting} setting
 */
async function optionsOf({ stretch, options }, chosen, body, setting) {
  const listed = options.length ? options.map((option) => option.stretch) : [stretch];
  if (chosen) return [chosen, ...listed.filter((slug) => slug !== chosen)];
  const last = options.length ? "" : readSetting(`mine:swap:${stretch}`);
  const move = last ? await findMove(last) : null;
  return move && suitsHere(move, body, setting) ? [last, stretch] : listed;
}

/**
 * @param {Plan} plan
 * @returns {Promise<import("./swaps.js").Setting>} where a plan is done, and what it asks for anyway
 */
export async function settingOf({ steps, positions, places }) {
  const slugs = steps.flatMap((step) => [step, ...step.options]).map(({ stretch }) => stretch);
  const moves = await Promise.all(slugs.filter(Boolean).map(findMove));
  return { positions, places, needs: [...new Set(moves.flatMap((move) => move?.needs ?? []))] };
}

/**
 * @param {Line[]} lines
 * @returns {PlayItem[]}
 */
export function itemsOf(lines) {
  return lines.flatMap((line) => {
    const { step, move, included } = line;
    if (!included) return [];
    if (step.type === "rest") return [{ sides: "none", dose: {}, rest: step.seconds, move: null, note: step.note, from: "" }];
    return move ? [itemOf(move, [step, ...step.options].find(({ stretch }) => stretch === move.slug), step)] : [];
  });
}

/**
 * @param {Move} move
 * @param {Step | undefined} own the step that names this very move; without one it stands in for another
 * @param {Step} step
 * @returns {PlayItem}
 */
export function itemOf(move, own, step) {
  const full = own?.dose ? { ...own.dose } : { ...move.dose };
  const note = own?.note ?? "";
  const dose = own || !full.hold_seconds ? full : { ...full, hold_seconds: Math.min(full.hold_seconds, LONGEST_STAND_IN) };
  return {
    sides: move.sides,
    dose,
    release: move.kinds.includes("release"),
    calm: move.kinds.includes("rest-position") && (dose.hold_seconds ?? 0) >= CALM,
    move,
    note,
    reading: readingTime({ move, note }),
    from: own ? "" : step.stretch,
  };
}
