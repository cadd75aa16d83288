// @ts-check
import { announce } from "../core/announce.js";
import { find } from "../core/dom.js";
import { phrase } from "../core/phrases.js";
import { planBreaks } from "./break-plan.js";
import { handOver } from "./calendar-file.js";
import { showError } from "./timer-form.js";
import { timerSettings } from "./timer-run.js";
import { ownZone } from "./zone.js";

/**
 * A day's breaks as a calendar file, for phones that silence the timer.
 *
 * @param {HTMLElement} root
 */
export function mount(root) {
  const form = find(root, "form", HTMLFormElement);
  root.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const answers = new FormData(form);
    const wish = {
      from: String(answers.get("from")),
      until: String(answers.get("until")),
      minutes: timerSettings().minutes,
      weekdays: answers.get("days") === "weekdays",
    };
    const zone = ownZone();
    const breaks = wish.from && wish.until ? planBreaks(wish, zone, Date.now()) : [];
    showError(find(form, "[name=until]", HTMLInputElement), !breaks.length);
    if (breaks.length) give(root, breaks, zone);
  });
}

/**
 * @param {HTMLElement} root
 * @param {ReturnType<typeof planBreaks>} breaks
 * @param {string} zone
 */
function give(root, breaks, zone) {
  const made = crypto.randomUUID();
  const link = new URL(location.pathname, location.href).href;
  const [title, text] = [phrase(root, "event-title"), phrase(root, "event-text")];
  const events = breaks.map((one, index) => ({ uid: `${made}-${index}@hipcare`, ...one, title, text, link, alarms: [0] }));
  handOver({ name: phrase(root, "calendar-name"), zone, stamp: Date.now(), events }, "hipcare-breaks");
  announce(phrase(root, "say-made"));
}
