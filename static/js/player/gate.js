// @ts-check
import { readSetting, writeSetting } from "../core/settings.js";
import { findRoutine } from "./pages.js";
import { onPress, part, showScreen } from "./screens.js";
import { reasonsInWords } from "./words.js";

/**
 * @typedef {import("./pages.js").Plan} Plan
 * @typedef {import("./swaps.js").Body} Body
 * @typedef {import("./told.js").Told} Told
 */

const SURGERY = "recent-surgery";
/** The routine of each set. @type {Record<string, string>} */
const ROUTINES = { surgery: "post-surgery-relax", gentle: "flare-day", flexible: "hypermobile-safe" };
const READ = "mine:ask-first"; // what was read of it last; leaves the device with the person

/**
 * Say what has to be said before this plan: that it may not suit, and whom to ask first. Each can be passed by choice.
 *
 * @param {HTMLElement} root
 * @param {Plan} plan
 * @param {Body} body
 * @param {Told} told
 * @returns {Promise<boolean>} whether there was nothing to say, so that the person may begin
 */
export async function mountGate(root, plan, body, told) {
  const against = await reasonsAgainstAll(plan, body);
  const saying = whatToSay(told, against);
  const name = JSON.stringify([told.askFirst.map(({ id }) => id), told.set]);
  const goOn = (/** @type {boolean} */ focus) => {
    const isFree = !saying || readSetting(READ) === name;
    if (isFree) showScreen(root, "before", { focus });
    else sayAskFirst(root, plan, saying, focus);
    return isFree;
  };
  onPress(root, {
    "show-anyway": () => goOn(true),
    "have-read": () => {
      writeSetting(READ, name);
      showScreen(root, "before");
    },
  });
  if (!against.length) return goOn(false);
  sayUnsuitable(root, against);
  return false;
}

/**
 * Say what speaks against a plan as a whole. Soon after an operation that is all but the moves of the set for that time:
 * few moves name it, since a surgical team decides on each.
 *
 * @param {Plan} plan
 * @param {Body} body
 * @returns {Promise<string[]>} caution codes
 */
export async function reasonsAgainstAll({ kind, steps, avoid }, { cautions }) {
  const isOfSet = kind !== "routine" && cautions.includes(SURGERY) && (await areInSurgerySet(steps));
  return cautions.filter((caution) => avoid.includes(caution) || (caution === SURGERY && !isOfSet));
}

/** @param {import("./pages.js").Step[]} steps */
async function areInSurgerySet(steps) {
  const set = (await findRoutine(ROUTINES.surgery))?.steps.map(({ stretch }) => stretch) ?? [];
  return steps.every(({ stretch }) => set.includes(stretch));
}

/**
 * What is left to say to somebody who has been told what speaks against the plan.
 *
 * @param {Told} told
 * @param {string[]} against
 * @returns {Told | null} null where there is nothing
 */
function whatToSay({ askFirst, set }, against) {
  const open = askFirst.filter(({ id }) => !(id === "surgery" && against.includes(SURGERY)));
  if (!open.length && (!set || against.length)) return null;
  return { askFirst: open, set: against.length ? "" : set || "gentle" };
}

/**
 * @param {HTMLElement} root
 * @param {Plan} plan
 * @param {Told} saying
 * @param {boolean} focus
 */
function sayAskFirst(root, plan, { askFirst, set }, focus) {
  part(root, "ask-first").hidden = askFirst.length === 0;
  part(root, "ask-list").replaceChildren(
    ...askFirst.map(({ text }) => Object.assign(document.createElement("li"), { textContent: text })),
  );
  offer(root, "ask-first", ROUTINES[set] === plan.slug ? "" : set);
  showScreen(root, "ask-first", { focus });
}

/**
 * @param {HTMLElement} root
 * @param {string[]} reasons
 */
function sayUnsuitable(root, reasons) {
  part(root, "unsuitable-reasons").textContent = reasonsInWords(root, reasons);
  offer(root, "unsuitable", reasons.includes(SURGERY) ? "surgery" : reasons.includes("hypermobility") ? "flexible" : "gentle");
  showScreen(root, "unsuitable", { focus: false });
}

/**
 * @param {HTMLElement} root
 * @param {string} screen
 * @param {string} set
 */
function offer(root, screen, set) {
  for (const one of root.querySelectorAll(`[data-screen="${screen}"] [data-set]`)) {
    one.toggleAttribute("hidden", one.getAttribute("data-set") !== set);
  }
}
