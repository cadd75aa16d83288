// @ts-check

/**
 * A move as its own page tells it.
 *
 * @typedef {import("./swaps.js").Move & {document: string, title: string, summary: string, kinds: string[],
 *   sides: import("./timeline.js").Item["sides"], working_side: string, working: string,
 *   dose: import("./timeline.js").Dose, steps: string[], easier: string[], deeper: string[], figure: Element | null,
 *   figureSide: string, altOther: string}} Move
 * @typedef {{type: string, stretch: string, dose: import("./timeline.js").Dose | null, optional: boolean,
 *   note: string, prompt: string, seconds: number, options: Step[]}} Step
 * @typedef {{document: string, slug: string, title: string, playable: boolean, positions: string[], places: string[],
 *   avoid: string[], lengths: Record<string, string[]>, steps: Step[], kind: "routine" | "stretch" | "mine"}} Plan
 */

/** What stands before the addresses of this page's language. */
export const PREFIX = document.documentElement.dataset.prefix ?? "";

/** @type {Map<string, Promise<Move | null>>} */
const moves = new Map();

/** In an editor's preview: where a page is read that readers do not have yet, by its public address. */
const instead = new Map();

/**
 * @param {"stretch" | "routine"} kind
 * @param {string} slug
 * @param {string} address
 */
export function readInstead(kind, slug, address) {
  instead.set(`${PREFIX}/${kind === "routine" ? "routines" : "stretches"}/${slug}/`, address);
}

/**
 * Read a page of this site: from the pack where a worker serves, else from the network.
 *
 * @param {string} address
 * @returns {Promise<Document | null>} null where it is not to be had
 */
export async function readPage(address) {
  try {
    const response = await fetch(instead.get(address) ?? address, { credentials: "omit" });
    return response.ok ? new DOMParser().parseFromString(await response.text(), "text/html") : null;
  } catch {
    return null;
  }
}

/**
 * @param {string} slug
 * @returns {Promise<Move | null>}
 */
export function findMove(slug) {
  const found = moves.get(slug) ?? readPage(`${PREFIX}/stretches/${slug}/`).then((page) => page && moveOn(page));
  moves.set(slug, found);
  return found;
}

/**
 * @param {Document} page
 * @returns {Move | null}
 */
function moveOn(page) {
  const article = page.querySelector("[data-move]");
  if (!article) return null;
  const figure = page.querySelector("[data-figure]");
  return {
    ...JSON.parse(article.getAttribute("data-move") ?? "{}"),
    title: textOf(page, "h1"),
    summary: textOf(page, ".lead"),
    working: textOf(page, "[data-working]"),
    steps: linesOf(page, ".steps > li"),
    easier: linesOf(page, '[data-lines="easier"] > li'),
    deeper: linesOf(page, '[data-lines="deeper"] > li'),
    figure: figure?.querySelector("svg") ?? null,
    figureSide: figure?.getAttribute("data-figure") ?? "",
    altOther: figure?.getAttribute("data-alt-other") ?? "",
  };
}

/**
 * @param {string} slug
 * @returns {Promise<Plan | null>}
 */
export async function findRoutine(slug) {
  const page = await readPage(`${PREFIX}/routines/${slug}/`);
  const article = page?.querySelector("[data-plan]");
  if (!page || !article) return null;
  const steps = [...page.querySelectorAll("[data-step]")].map((element) => stepOn(element, "data-step"));
  return { ...JSON.parse(article.getAttribute("data-plan") ?? "{}"), title: textOf(page, "h1"), steps, kind: "routine" };
}

/**
 * @param {Element} element
 * @param {string} attribute
 * @returns {Step}
 */
function stepOn(element, attribute) {
  const options = [...element.querySelectorAll("[data-option]")].map((option) => stepOn(option, "data-option"));
  return {
    ...makeStep(""),
    ...JSON.parse(element.getAttribute(attribute) ?? "{}"),
    note: options.length ? "" : textOf(element, "[data-note]"),
    prompt: textOf(element, "[data-prompt]"),
    options,
  };
}

/**
 * @param {string} stretch
 * @param {import("./timeline.js").Dose | null} [dose]
 * @returns {Step}
 */
export function makeStep(stretch, dose = null) {
  return { type: "move", stretch, dose, optional: false, note: "", prompt: "", seconds: 0, options: [] };
}

/**
 * @param {ParentNode} scope
 * @param {string} selector
 */
function textOf(scope, selector) {
  return scope.querySelector(selector)?.textContent?.trim().replace(/\s+/g, " ") ?? "";
}

/**
 * @param {ParentNode} scope
 * @param {string} selector
 */
function linesOf(scope, selector) {
  return [...scope.querySelectorAll(selector)].map((item) => item.textContent?.trim() ?? "").filter(Boolean);
}
