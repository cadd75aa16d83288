// @ts-check
import { find } from "../core/dom.js";
import { focusOn } from "../core/focus.js";
import { onPress, part, showScreen } from "./screens.js";

/**
 * @typedef {{easier: () => Promise<boolean>, skip: () => void, goOn: () => void, finish: () => void}} Ways
 *   easier: false where there is none
 */

/**
 * After "Stop, it hurts": ask one question and offer what fits the answer. Nothing goes on by itself.
 *
 * @param {HTMLElement} root
 * @param {() => Ways} ways of the session that was halted
 */
export function mountHurt(root, ways) {
  const screen = find(root, '[data-screen="hurt"]', HTMLElement);
  screen.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest("[data-answer]") : null;
    if (button instanceof HTMLElement) advise(root, screen, button.dataset.answer ?? "");
  });
  onPress(screen, {
    "easier-now": async () => {
      if (!(await ways().easier())) part(root, "no-easier").hidden = false;
    },
    "skip-now": () => ways().skip(),
    "go-on-now": () => ways().goOn(),
    "finish-now": () => ways().finish(),
  });
}

/** @param {HTMLElement} root */
export function askWhatHurts(root) {
  const screen = find(root, '[data-screen="hurt"]', HTMLElement);
  for (const advice of screen.querySelectorAll("[data-advice]")) advice.toggleAttribute("hidden", true);
  part(root, "answers").hidden = false;
  part(root, "ways-on").hidden = true;
  part(root, "no-easier").hidden = true;
  showScreen(root, "hurt");
}

/**
 * @param {HTMLElement} root
 * @param {HTMLElement} screen
 * @param {string} answer
 */
function advise(root, screen, answer) {
  part(root, "answers").hidden = true;
  part(root, "ways-on").hidden = false;
  for (const button of part(root, "ways-on").querySelectorAll("[data-unless]")) {
    button.toggleAttribute("hidden", (button.getAttribute("data-unless") ?? "").split(" ").includes(answer));
  }
  for (const button of part(root, "ways-on").querySelectorAll("button:not([data-unless])")) button.toggleAttribute("hidden", false);
  const advice = find(screen, `[data-advice="${answer}"]`, HTMLElement);
  advice.hidden = false;
  focusOn(advice);
}
