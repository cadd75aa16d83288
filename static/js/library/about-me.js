// @ts-check
import { announce } from "../core/announce.js";
import { find, slot } from "../core/dom.js";
import { mountAll } from "../core/mount.js";
import { outcome } from "./about-me-rules.js";
import { readProfile, writeProfile } from "./profile.js";

/** @typedef {import("./about-me-rules.js").Question} Question */

/** @param {HTMLElement} root */
async function mount(root) {
  const form = find(root, '[data-part="form"]', HTMLFormElement);
  const questions = [...form.querySelectorAll("[data-question]")].map(readQuestion);
  const known = await readProfile().catch(() => ({}));
  fill(form, known);
  form.inert = false;
  const draw = () => show(root, form, questions);
  draw();
  form.addEventListener("change", draw);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void keep(root, form, questions, "kept");
  });
  find(form, '[data-do="forget"]', HTMLElement).addEventListener("click", () => {
    fill(form, {});
    draw();
    void keep(root, form, questions, "forgotten");
  });
}

/** @param {Element} element */
function readQuestion(element) {
  const { question = "", yes = "", notSure = "" } = /** @type {HTMLElement} */ (element).dataset;
  return { id: question, yes: JSON.parse(yes), notSure: JSON.parse(notSure) };
}

/**
 * @param {HTMLFormElement} form
 * @param {import("./profile.js").Profile} known
 */
function fill(form, { answers = {}, surgery }) {
  for (const radio of form.querySelectorAll("input[type=radio]")) {
    const input = /** @type {HTMLInputElement} */ (radio);
    input.checked = input.defaultChecked = answers[input.name] === input.value;
  }
  find(form, "#surgery-what", HTMLSelectElement).value = surgery?.what ?? "";
  find(form, "#surgery-date", HTMLInputElement).value = surgery?.date ?? "";
}

/**
 * @param {HTMLFormElement} form
 * @returns {Record<string, string>}
 */
function answersIn(form) {
  const given = [...new FormData(form)].filter(([name]) => !name.startsWith("surgery-"));
  return Object.fromEntries(given.map(([name, value]) => [name, String(value)]));
}

/**
 * @param {HTMLElement} root
 * @param {HTMLFormElement} form
 * @param {Question[]} questions
 * @param {"kept" | "forgotten"} done
 */
async function keep(root, form, questions, done) {
  const answers = answersIn(form);
  const { cautions, set } = outcome(questions, answers);
  const data = new FormData(form);
  const surgery = { what: String(data.get("surgery-what") ?? ""), date: String(data.get("surgery-date") ?? "") };
  try {
    await writeProfile({ answers, cautions, set, surgery });
    fill(form, { answers, surgery });
    say(root, done);
  } catch {
    say(root, "not-kept");
  }
}

/**
 * @param {HTMLElement} root
 * @param {string} name
 */
function say(root, name) {
  const said = find(root, '[data-part="said"]', HTMLElement);
  said.replaceChildren(slot(root, name, {}));
  announce(said.textContent ?? "");
}

/**
 * Show what the answers mean as they are given.
 *
 * @param {HTMLElement} root
 * @param {HTMLFormElement} form
 * @param {Question[]} questions
 */
function show(root, form, questions) {
  const answers = answersIn(form);
  const { cautions, askFirst, set } = outcome(questions, answers);
  const toggle = (/** @type {string} */ name, /** @type {boolean} */ shown) => {
    find(root, `[data-part="${name}"]`, HTMLElement).hidden = !shown;
  };
  toggle("surgery", ["yes", "not-sure"].includes(answers.surgery));
  toggle("meaning", Object.keys(answers).length > 0);
  toggle("ask-first", askFirst.length > 0);
  toggle("cautions", cautions.length > 0);
  toggle("no-cautions", cautions.length === 0);
  list(root, "ask-list", "ask", askFirst.map((id) => legendOf(form, id)));
  const labels = slot(root, "labels", {});
  const named = cautions.map((code) => labels.querySelector(`[data-code="${code}"]`)?.textContent ?? code);
  list(root, "caution-list", "caution", named);
  for (const offer of root.querySelectorAll("[data-set]")) offer.toggleAttribute("hidden", offer.getAttribute("data-set") !== set);
}

/**
 * @param {HTMLElement} root
 * @param {string} name
 * @param {string} template
 * @param {string[]} labels
 */
function list(root, name, template, labels) {
  const items = labels.map((label) => {
    const item = slot(root, template, {});
    find(item, "li", HTMLElement).textContent = label;
    return item;
  });
  find(root, `[data-part="${name}"]`, HTMLElement).replaceChildren(...items);
}

/**
 * @param {HTMLFormElement} form
 * @param {string} id
 */
function legendOf(form, id) {
  return form.querySelector(`[data-question="${id}"] legend`)?.textContent ?? id;
}

mountAll(document, { "about-me": (root) => void mount(root) });
