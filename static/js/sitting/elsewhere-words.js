// @ts-check
import { slot } from "../core/dom.js";

/**
 * Fetch the words of a tool from its own page, so that they are in the pack only once: in the language of this page,
 * and where that is not to be had, as the tool was started.
 *
 * @param {string} started path of the page on which the tool was started
 * @param {string} behaviour of the tool
 * @returns {Promise<{own: HTMLElement, url: string} | null>} null without a network, where the pack does not have them
 */
export async function wordsOf(started, behaviour) {
  for (const url of new Set([inThisLanguage(started), started])) {
    const own = (await readPage(url))?.querySelector(`[data-behaviour~=${behaviour}]`);
    if (own instanceof HTMLElement) return { own, url };
  }
  return null;
}

/**
 * Pages begin with their language, but for those in the first language.
 *
 * @param {string} path of a tool, whose own name is longer than a language's
 */
function inThisLanguage(path) {
  const plain = path.replace(/^\/[a-z]{2}(?=\/)/, "");
  const prefix = `/${document.documentElement.lang}`;
  return location.pathname.startsWith(`${prefix}/`) ? prefix + plain : plain;
}

/** @param {string} url */
async function readPage(url) {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(15_000) });
    return answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
  } catch {
    return null;
  }
}

/**
 * Show words of a tool as a short message.
 *
 * @param {Element} place
 * @param {HTMLElement} own the tool
 * @param {string} name of the slot
 * @param {Record<string, string>} texts
 */
export function showMessage(place, own, name, texts) {
  const box = document.createElement("div");
  box.className = "toast";
  box.lang = own.ownerDocument.documentElement.lang;
  box.append(document.importNode(slot(own, name, texts), true));
  box.querySelector("[data-close]")?.addEventListener("click", () => box.remove());
  place.append(box);
  return box;
}
