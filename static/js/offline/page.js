// @ts-check
import { find } from "../core/dom.js";
import { mountAll } from "../core/mount.js";
import { formatMoment, formatNumber, formatSize } from "./format.js";
import { isInstalled } from "./install.js";
import { measurePack, readActive, readLast } from "./phone.js";
import { askWorker, followPack, isSupported } from "./worker.js";

/** @typedef {Parameters<Parameters<typeof followPack>[0]>[0]} News */
/** @typedef {Awaited<ReturnType<typeof readActive>>} Active */
/** @typedef {News | Awaited<ReturnType<typeof readLast>>} Last */

/**
 * The page about what is on this phone; the worker also answers with it where a page is missing.
 *
 * @param {HTMLElement} root
 */
async function mount(root) {
  const isMissing = window.location.pathname !== root.dataset.home;
  const place = [isMissing ? "missing" : "here", ...offerEnglish(root), ...(isInstalled() ? ["installed"] : [])];
  showOnly(root, [...place, "looking"]);
  if (isMissing) document.title = find(root, '[data-title] [data-when="missing"]', HTMLElement).textContent ?? "";
  if (!isSupported()) {
    showOnly(root, [...place, "unsupported"]);
    return;
  }
  const draw = async (/** @type {News | null} */ news = null) => showOnly(root, [...place, ...(await look(root, news))]);
  followPack(draw);
  listen(root, draw);
  await draw();
  await askWorker("state");
}

/**
 * The phone keeps one language. Where a page of another is missing, lead to the same page in that one; slugs may
 * differ, and then the page that is missing says so.
 *
 * @param {HTMLElement} root
 * @returns {string[]} the state that shows the link, where there is one
 */
function offerEnglish(root) {
  const [, code, rest] = window.location.pathname.match(/^\/([a-z]{2})(\/.*)$/) ?? [];
  for (const link of root.querySelectorAll("a[data-in-english]")) link.setAttribute("href", rest ?? "/");
  return code ? [`in-${code}`] : [];
}

/**
 * @param {HTMLElement} root
 * @param {() => Promise<void>} draw
 */
function listen(root, draw) {
  const acts = {
    check: () => askWorker("check", { asked: true }),
    remove: () => askWorker("remove"),
    persist: async () => {
      const kept = await navigator.storage.persist();
      await draw();
      for (const line of root.querySelectorAll('[data-when="refused"]')) line.toggleAttribute("hidden", kept);
    },
  };
  for (const [name, act] of Object.entries(acts)) find(root, `[data-do="${name}"]`, HTMLElement).addEventListener("click", act);
}

/**
 * Read the phone, write down the facts and return the states that hold.
 *
 * @param {HTMLElement} root
 * @param {News | null} news
 */
async function look(root, news) {
  const [active, last] = [await readActive(), news ?? (await readLast())];
  const states = ["supported", active ? "pack" : "no-pack"];
  if (news?.state === "downloading") {
    showProgress(root, news.done ?? 0, news.total ?? 1);
    return [...states, "downloading", ...(active?.complete ? ["old"] : [])];
  }
  states.push(...stateOf(active, last));
  if (active) states.push(...(await writeFacts(root, active, last)));
  return states;
}

/**
 * @param {Active} active
 * @param {Last} last
 */
function stateOf(active, last) {
  if (last?.state === "removed") return ["removed"];
  if (last?.state === "interrupted") return [`interrupted-${last.reason}`, ...(active?.complete ? ["old"] : [])];
  if (!active) return ["nothing"];
  return [active.complete ? "complete" : "partial"];
}

/**
 * @param {HTMLElement} root
 * @param {NonNullable<Active>} active
 * @param {Last} last
 */
async function writeFacts(root, active, last) {
  const { pages, listed, bytes } = await measurePack(active);
  write(root, "pages", formatNumber(pages));
  write(root, "listed", formatNumber(listed));
  write(root, "size", formatSize(bytes));
  write(root, "since", formatMoment(active.since));
  write(root, "checked", formatMoment(last?.at ?? active.since));
  write(root, "version", active.version);
  if (!navigator.storage?.estimate) return [];
  const { usage = 0 } = await navigator.storage.estimate();
  write(root, "used", formatSize(usage));
  return ["estimate", (await navigator.storage.persisted?.()) ? "kept" : "not-kept"];
}

/**
 * @param {HTMLElement} root
 * @param {number} done
 * @param {number} total
 */
function showProgress(root, done, total) {
  const bar = find(root, "progress", HTMLProgressElement);
  bar.max = total;
  bar.value = done;
  write(root, "done", formatNumber(done));
  write(root, "total", formatNumber(total));
}

/**
 * @param {HTMLElement} root
 * @param {string} fact
 * @param {string} text
 */
function write(root, fact, text) {
  find(root, `[data-fact="${fact}"]`, HTMLElement).textContent = text;
}

/**
 * @param {HTMLElement} root
 * @param {string[]} states
 */
function showOnly(root, states) {
  for (const part of root.querySelectorAll("[data-when]")) {
    const hides = !states.includes(part.getAttribute("data-when") ?? "");
    if (part.hasAttribute("hidden") !== hides) part.toggleAttribute("hidden", hides);
  }
}

mountAll(document, { phone: mount });
