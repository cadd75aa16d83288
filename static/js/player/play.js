// @ts-check
import { find } from "../core/dom.js";
import { mountAll } from "../core/mount.js";
import { readProfile } from "../library/profile.js";
import { mountFeelings, readFeelings } from "./feelings.js";
import { mountHow, readWishes } from "./how.js";
import { forget, noChoices, readKept } from "./keep.js";
import { readPlan, wantsWarmUp } from "./plan.js";
import { onPress, part, showScreen } from "./screens.js";
import { reasonsInWords } from "./words.js";

const here = location.pathname + location.search;

/** @param {HTMLElement} root */
async function mount(root) {
  showScreen(root, "looking", { focus: false });
  mountHow(root);
  mountFeelings(root);
  const profile = await readProfile().catch(() => null);
  const plan = await readPlan(new URL(location.href), profile ?? {}, root.dataset);
  if (!plan) return showScreen(root, "missing", { focus: false });
  part(root, "title").textContent = plan.title;
  document.title = `${plan.title} · ${document.title}`;
  if (!plan.playable) return showScreen(root, "unplayable", { focus: false });
  const body = bodyOf(root, profile);
  const choices = { ...noChoices(), warmUp: await wantsWarmUp(plan) };
  const kept = readKept(Date.now());
  const begin = () => void start(root, { plan, body, choices });
  onPress(root, { start: begin, again: () => location.reload(), "show-anyway": () => showScreen(root, "before") });
  if (kept?.address === here) return start(root, { plan, body, choices: kept.choices }, kept);
  const { mountBefore } = await import("./before.js");
  await mountBefore(root, plan, choices, body, profile === null ? "unread" : profile.cautions ? "known" : "unknown");
  if (kept) offerResume(root, kept);
  const against = plan.kind === "routine" ? reasonsAgainstAll(plan, body) : [];
  if (against.length) return sayUnsuitable(root, against);
  return showScreen(root, "before", { focus: false });
}

/**
 * @param {HTMLElement} root
 * @param {{plan: import("./pages.js").Plan, body: import("./swaps.js").Body, choices: import("./lines.js").Choices}} wanted
 * @param {import("./keep.js").Kept} [kept]
 */
async function start(root, wanted, kept) {
  const form = find(root, '[data-part="wishes"]', HTMLFormElement);
  const before = kept?.before ?? readFeelings(form, "before");
  const { playSession } = await import("./session.js");
  await playSession(root, { ...wanted, address: here, wishes: kept?.wishes ?? readWishes(), before }, kept);
}

/**
 * @param {HTMLElement} root
 * @param {import("../library/profile.js").Profile | null} profile
 * @returns {import("./swaps.js").Body}
 */
function bodyOf(root, profile) {
  const things = (root.dataset.things ?? "").split(" ").filter(Boolean);
  const owned = profile?.equipment;
  return { cautions: profile?.cautions ?? [], lacking: owned ? things.filter((thing) => !owned.includes(thing)) : [] };
}

/**
 * @param {import("./pages.js").Plan} plan
 * @param {import("./swaps.js").Body} body
 */
function reasonsAgainstAll({ avoid }, { cautions }) {
  return cautions.filter((caution) => caution === "recent-surgery" || avoid.includes(caution));
}

/**
 * @param {HTMLElement} root
 * @param {string[]} reasons
 */
function sayUnsuitable(root, reasons) {
  const set = reasons.includes("recent-surgery") ? "surgery" : reasons.includes("hypermobility") ? "flexible" : "gentle";
  part(root, "unsuitable-reasons").textContent = reasonsInWords(root, reasons);
  for (const offer of root.querySelectorAll("[data-set]")) offer.toggleAttribute("hidden", offer.getAttribute("data-set") !== set);
  showScreen(root, "unsuitable", { focus: false });
}

/**
 * @param {HTMLElement} root
 * @param {import("./keep.js").Kept} kept
 */
function offerResume(root, { address, title }) {
  const notice = part(root, "resume");
  find(notice, "[data-title]", HTMLElement).textContent = title;
  find(notice, "a", HTMLAnchorElement).href = address;
  notice.hidden = false;
  onPress(notice, { forget: () => (forget(), (notice.hidden = true)) });
}

mountAll(document, { player: (root) => void mount(root) });
