// @ts-check
import { announce } from "../core/announce.js";
import { find, slot } from "../core/dom.js";
import { readSetting, writeSetting } from "../core/settings.js";
import { followInstall, refuseInstall } from "./install.js";
import { readActive } from "./phone.js";
import { currentRelease, followUpdates, update } from "./update.js";
import { followPack, isSupported, startWorker } from "./worker.js";

const READY = "offline-ready";
const HEARD = "heard";
const SEEN = "seen";

/**
 * The words at the top of every page about this phone: no network, ready, update ready, home screen. They are
 * `<template>`s in the root.
 *
 * @param {HTMLElement} root
 */
export async function mount(root) {
  followNetwork(root);
  if (!isSupported()) return;
  followInstall((way, install) => {
    show(root, way, { yes: install, no: refuseInstall });
  });
  const release = await currentRelease();
  await tellReady(root);
  const registration = await startWorker().catch(() => null); // switched off in this browser; `/offline/` says so
  if (registration) followUpdates(registration, release, () => offerUpdate(root, registration));
}

/** @param {HTMLElement} root */
function followNetwork(root) {
  const follow = () => {
    if (navigator.onLine) hide(root, "network");
    else show(root, "network");
  };
  window.addEventListener("online", follow);
  window.addEventListener("offline", follow);
  follow();
}

/**
 * Say once that everything is on the phone: spoken when it is so, and shown on the next page, where it does not
 * push away what is being read.
 *
 * @param {HTMLElement} root
 */
async function tellReady(root) {
  const told = readSetting(READY);
  if (told === SEEN) return;
  if ((await readActive())?.complete) {
    show(root, "ready");
    writeSetting(READY, SEEN);
    return;
  }
  followPack(({ state }) => {
    if (state !== "complete" || readSetting(READY)) return;
    announce(words(root, "ready"));
    writeSetting(READY, HEARD);
  });
}

/**
 * @param {HTMLElement} root
 * @param {ServiceWorkerRegistration} registration
 */
function offerUpdate(root, registration) {
  if (root.querySelector('[data-shown="update"]')) return;
  const box = show(root, "update", { no: () => {} });
  announce(words(root, "update"));
  box.querySelector("[data-yes]")?.addEventListener("click", () => {
    if (update(registration)) return;
    const busy = find(box, "[data-busy-words]", HTMLElement);
    busy.hidden = false;
    announce(busy.textContent ?? "", { urgent: true });
  });
}

/**
 * Show a message in place of one of the same name.
 *
 * @param {HTMLElement} root
 * @param {string} name
 * @param {{yes?: () => void, no?: () => void}} [answers] either closes the message
 */
function show(root, name, answers = {}) {
  hide(root, name);
  const box = document.createElement("div");
  box.className = "toast stack";
  box.dataset.shown = name;
  box.append(slot(root, name, {}));
  for (const [answer, act] of Object.entries(answers)) {
    box.querySelector(`[data-${answer}]`)?.addEventListener("click", () => {
      act();
      box.remove();
    });
  }
  root.append(box);
  return box;
}

/**
 * @param {HTMLElement} root
 * @param {string} name
 */
function hide(root, name) {
  root.querySelector(`[data-shown="${name}"]`)?.remove();
}

/**
 * @param {HTMLElement} root
 * @param {string} name
 */
function words(root, name) {
  return slot(root, name, {}).querySelector("[data-words]")?.textContent ?? "";
}
