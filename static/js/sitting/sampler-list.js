// @ts-check
import { find, slot } from "../core/dom.js";
import { keepRecord, keptRecords } from "./kept.js";
import { sumUp, tryOf } from "./shortlist.js";

/** @typedef {{slug: string, title: string, element: HTMLElement}} Position */

/**
 * The lists of what was tried, from the journal of this device.
 *
 * @param {HTMLElement} root
 * @param {Position[]} positions in the guide's order
 */
export function makeList(root, positions) {
  let tries = { sums: sumUp([]), latest: new Map() };
  const refresh = async () => {
    tries = await readTries();
    showLists(root, positions, tries.sums);
  };
  return {
    refresh,
    sums: () => tries.sums,
    /** @param {string} slug of a position that goes on the short list, or off it */
    async turnStar(slug) {
      const record = tries.latest.get(slug);
      if (!record) return;
      await keepRecord("sit", { ...record.data, keep: record.data.keep !== true }, record.id);
      await refresh();
      const moved = root.querySelector(`[data-star="${slug}"]`);
      if (moved instanceof HTMLElement) moved.focus();
    },
  };
}

/** @returns {Promise<{sums: ReturnType<typeof sumUp>, latest: Map<string, {id: string, data: Journal.Data}>}>} */
async function readTries() {
  const records = await keptRecords("sit").catch(() => []); // no store here: there are none
  const latest = new Map();
  const tries = [];
  for (const record of records) {
    const one = tryOf(record.data);
    if (!one) continue;
    tries.push(one);
    latest.set(one.slug, record);
  }
  return { sums: sumUp(tries), latest };
}

/**
 * Show the short list, and what was tried besides, in the guide's order.
 *
 * @param {HTMLElement} root
 * @param {Position[]} positions
 * @param {ReturnType<typeof sumUp>} sums
 */
function showLists(root, positions, sums) {
  const tried = positions.filter(({ slug }) => sums.has(slug));
  const item = (/** @type {Position} */ position) => drawItem(root, position, sums);
  const isKept = (/** @type {Position} */ { slug }) => sums.get(slug)?.kept === true;
  find(root, "[data-shortlist]", HTMLElement).replaceChildren(...tried.filter(isKept).map(item));
  find(root, "[data-tried]", HTMLElement).replaceChildren(...tried.filter((one) => !isKept(one)).map(item));
  find(root, "[data-empty]", HTMLElement).hidden = tried.some(isKept);
  find(root, "[data-tried-section]", HTMLElement).hidden = tried.every(isKept);
}

/** @type {(root: HTMLElement, position: {slug: string, title: string, element: HTMLElement}, sums: ReturnType<typeof sumUp>) => DocumentFragment} */
function drawItem(root, { slug, title, element }, sums) {
  const sum = sums.get(slug);
  if (!sum) throw new Error(slug);
  const { last } = sum;
  const score = (/** @type {number | null} */ value) => (value === null ? "–" : String(value));
  const counts = { tries: String(sum.tries), eased: String(sum.eased), minutes: String(last.minutes) };
  const texts = { title, ...counts, before: score(last.before), after: score(last.after) };
  const item = slot(root, "tried", texts);
  find(item, "a", HTMLAnchorElement).href = find(element, "a", HTMLAnchorElement).href;
  for (const words of item.querySelectorAll("[data-leg]")) words.toggleAttribute("hidden", words.getAttribute("data-leg") !== last.leg);
  showTrend(find(item, "[data-trend]", HTMLElement), sum.legs);
  const star = find(item, "button", HTMLButtonElement);
  star.dataset.star = slug;
  star.setAttribute("aria-pressed", String(sum.kept));
  return item;
}

/**
 * Say how the leg took a position over all tries, from two tries on.
 *
 * @param {HTMLElement} line
 * @param {Record<string, number>} legs
 */
function showTrend(line, legs) {
  line.hidden = legs.all < 2;
  for (const part of line.querySelectorAll("[data-went]")) {
    const count = legs[part.getAttribute("data-went") ?? ""];
    part.toggleAttribute("hidden", count === 0);
    find(part, "[data-times]", HTMLElement).textContent = String(count);
    find(part, "[data-of]", HTMLElement).textContent = String(legs.all);
  }
}
