// @ts-check
import { find } from "../core/dom.js";
import { requestJson } from "../core/http.js";
import { texts } from "./form.js";
import { insertLink } from "./insert-link.js";

const PAUSE = 700;

/**
 * Help that follows what is typed: the server reads the texts of the form whenever writing pauses, and what it says of
 * a field stands below that field. A failed question changes nothing; the next pause asks again.
 *
 * @param {HTMLElement} root inside the form, with `data-address`; holds `[data-help]` and `[data-said]`
 */
export function mount(root) {
  const form = root.closest("form");
  if (!form) return;
  let timer = 0;
  /** @type {AbortController | null} */
  let asking = null;
  show(form, root, find(root, "[data-help]", HTMLElement));
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      asking?.abort();
      asking = new AbortController();
      const help = await ask(form, root.dataset.address ?? "", asking.signal);
      if (help) show(form, root, help, { aloud: true });
    }, PAUSE);
  });
  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("[data-insert]") : null;
    if (button instanceof HTMLElement) insertLink(button);
  });
}

/**
 * @param {HTMLFormElement} form
 * @param {string} address
 * @param {AbortSignal} signal
 * @returns {Promise<HTMLElement | null>} the help, or null where none came
 */
async function ask(form, address, signal) {
  const language = form.elements.namedItem("language");
  const json = { language: language instanceof HTMLSelectElement ? language.value : "en", texts: texts(form) };
  try {
    const answer = /** @type {{html: string}} */ (await requestJson(address, { method: "POST", json, signal }));
    return new DOMParser().parseFromString(answer.html, "text/html").body;
  } catch {
    return null;
  }
}

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement} root
 * @param {HTMLElement} help
 * @param {{aloud?: boolean}} [options] whether the sum is to be said
 */
function show(form, root, help, { aloud = false } = {}) {
  const sum = find(help, "[data-sum]", HTMLElement);
  const pieces = new Map();
  for (const piece of help.querySelectorAll("[data-help-for]")) pieces.set(piece.getAttribute("data-help-for"), piece);
  for (const old of form.querySelectorAll("[data-help-for]")) {
    if (!pieces.has(old.getAttribute("data-help-for"))) old.remove();
  }
  for (const [anchor, piece] of pieces) place(form, anchor, piece);
  const words = (sum.textContent ?? "").trim().replace(/\s+/g, " ");
  const said = find(root, "[data-said]", HTMLElement);
  // The same words again would only chatter.
  if (aloud && said.textContent !== words) said.textContent = words;
  find(root, "[data-help]", HTMLElement).replaceChildren(sum);
}

/**
 * Put a piece below its field, in the place of the one that stood there; a preview that was open stays open.
 *
 * @param {HTMLFormElement} form
 * @param {string} anchor
 * @param {HTMLElement} piece
 */
function place(form, anchor, piece) {
  const row = document.getElementById(anchor)?.closest(".flex-container")?.parentElement;
  if (!row) return;
  const old = form.querySelector(`[data-help-for="${CSS.escape(anchor)}"]`);
  const isOpen = old?.querySelector("details")?.open ?? false;
  for (const button of piece.querySelectorAll("button")) button.hidden = false;
  for (const details of piece.querySelectorAll("details")) details.open = isOpen;
  if (!old || old === piece) row.append(piece);
  else if (old.innerHTML !== piece.innerHTML) old.replaceWith(piece);
}
