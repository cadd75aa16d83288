// @ts-check
import { findMove, findRoutine, makeStep, readInstead } from "./pages.js";

/**
 * @typedef {import("./pages.js").Plan} Plan
 * @typedef {import("./pages.js").Step} Step
 */

const WARM_ENOUGH = ["break", "mobility", "rest-position", "check", "release"];

/**
 * Say what the player is opened for: its address does, and in an editor's preview the page.
 *
 * @param {URL} address
 * @param {DOMStringMap} preview
 */
function wantedFrom({ pathname }, { previewKind, previewSlug = "", previewPage = "" }) {
  const [, folder, slug] = /\/(routines|stretches)\/([^/]+)\/play\/$/.exec(pathname) ?? [];
  if (previewKind !== "routine" && previewKind !== "stretch") return { isRoutine: folder === "routines", slug };
  readInstead(previewKind, previewSlug, previewPage);
  return { isRoutine: previewKind === "routine", slug: previewSlug };
}

/**
 * Find what an address asks for.
 *
 * @param {URL} address
 * @param {Promise<import("../library/profile.js").Profile | null>} profile waited for only by what the person made
 * @param {DOMStringMap} preview
 * @returns {Promise<Plan | null>}
 */
export async function readPlan(address, profile, preview) {
  const { pathname, searchParams } = address;
  const { isRoutine, slug } = wantedFrom(address, preview);
  if (pathname.endsWith("/my/routines/play/")) return ownPlan(searchParams.get("id"), await profile);
  if (isRoutine) return shortened(await findRoutine(slug), searchParams.get("minutes") ?? "");
  const move = slug ? await findMove(slug) : null;
  if (!move || move.caution_only || !move.steps.length) return null;
  return { ...emptyPlan("stretch"), document: move.document, slug, title: move.title, steps: [makeStep(slug)] };
}

/** @param {Plan["kind"]} kind */
function emptyPlan(kind) {
  const nothing = { positions: [], places: [], avoid: [], lengths: {} };
  return { ...nothing, document: "", slug: "", title: "", playable: true, steps: /** @type {Step[]} */ ([]), kind };
}

/**
 * @param {string | null} id
 * @param {import("../library/profile.js").Profile | null} profile
 */
function ownPlan(id, profile) {
  const own = profile?.routines?.find((routine) => routine.id === id);
  if (!own) return null;
  const steps = own.steps.map(({ slug, seconds }) => makeStep(slug, seconds ? { hold_seconds: seconds } : null));
  return { ...emptyPlan("mine"), title: own.title, steps };
}

/**
 * Leave out what a shorter form of the routine does not have.
 *
 * @param {Plan | null} plan
 * @param {string} minutes
 */
function shortened(plan, minutes) {
  const kept = plan?.lengths[minutes];
  if (!plan || !kept) return plan;
  const steps = plan.steps.flatMap((step) => [step, ...step.options]).filter(({ stretch }) => kept.includes(stretch));
  return { ...plan, steps };
}

/**
 * Have all moves of a plan on their way at once: what comes next needs them one after the other.
 *
 * @param {Plan} plan
 */
export function askForMoves({ steps }) {
  const slugs = steps.flatMap((step) => (step.options.length ? step.options : [step])).map(({ stretch }) => stretch);
  for (const slug of slugs.filter(Boolean)) void findMove(slug);
}

/**
 * @param {Plan} plan
 * @returns {Promise<boolean | null>} whether to begin with a little walking, unless the person says otherwise; null
 *   where it makes no sense to offer it
 */
export async function wantsWarmUp({ kind, steps, lengths }) {
  const first = steps[0]?.options[0]?.stretch ?? steps[0]?.stretch;
  const move = first ? await findMove(first) : null;
  if (!move || move.kinds.some((one) => WARM_ENOUGH.includes(one))) return null;
  return kind === "routine" && !Object.keys(lengths).length;
}
