// @ts-check
import { find, slot } from "../core/dom.js";
import { countText } from "../core/phrases.js";
import { onNews } from "../device/channel.js";
import { currentAccount } from "../device/pointer.js";
import { readStatus } from "./status.js";
import { startSync, syncNow } from "./sync.js";

const PATIENCE = 5000; // milliseconds that the page which wrote a record has to send it

/**
 * Show where the records are, keep that true, and sync. What another page wrote and left unsent, this one sends.
 *
 * @param {HTMLElement} root
 */
export function mount(root) {
  /** @type {Promise<void> | null} */
  let drawing = null;
  let stale = false;
  let timer = 0;
  const draw = async () => {
    let isLeft;
    do {
      stale = false;
      isLeft = await drawStatus(root);
    } while (stale);
    drawing = null;
    clearTimeout(timer);
    if (isLeft) timer = setTimeout(() => void syncNow(), PATIENCE);
  };
  const redraw = () => {
    stale = true;
    drawing ??= draw();
  };
  onNews(redraw);
  root.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("[data-again]")) void syncNow();
  });
  redraw();
  void startSync();
}

/**
 * Say where the records are.
 *
 * @param {HTMLElement} root
 * @returns {Promise<boolean>} whether some wait to be sent with nothing in their way
 */
export async function drawStatus(root) {
  let status;
  try {
    status = await readStatus(currentAccount());
  } catch {
    // The page says what is wrong with the store; this line has nothing to add.
    root.hidden = true;
    return false;
  }
  root.hidden = false;
  const { account, records, waiting, refused, syncedAt, trouble, isClockWrong } = status;
  const name = account ? (waiting || !syncedAt ? "waiting" : "sent") : "nobody";
  fill(root, "[data-line]", name, {
    records: countText(records),
    waiting: countText(waiting),
    synced: syncedAt ? clock(syncedAt) : "",
  });
  fill(root, "[data-trouble]", account ? trouble : null, {});
  fill(root, "[data-clock]", account && isClockWrong ? "clock" : null, {});
  fill(root, "[data-refused]", refused ? "refused" : null, { "refused-count": countText(refused) });
  return waiting > 0 && !trouble;
}

/**
 * Put the words of a slot into a place, unless they stand there: a screen reader hears every change.
 *
 * @param {HTMLElement} root
 * @param {string} selector
 * @param {string | null} name
 * @param {Record<string, string>} texts
 */
function fill(root, selector, name, texts) {
  const place = find(root, selector, HTMLElement);
  const words = name ? slot(root, name, texts) : document.createDocumentFragment();
  for (const link of words.querySelectorAll("[data-sign-in], [data-back-here]")) leadBack(link);
  if (place.textContent !== words.textContent) place.replaceChildren(words);
}

/** @param {Element} link to sign in or to consent; it leads back to this page, and to the record that is open on it */
function leadBack(link) {
  const back = new URLSearchParams({ next: location.pathname + location.search + location.hash });
  link.setAttribute("href", `${link.getAttribute("href")}?${back}`);
}

/** @param {string} utc */
function clock(utc) {
  const format = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });
  return format.format(new Date(utc));
}
