"""What the tests of the worker ask a page."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

_UNTIL = """async ([name, wanted]) => {
  const deadline = Date.now() + 90_000;
  let last = null;
  while (Date.now() < deadline) {
    const answer = await caches.match("/offline/phone/" + name, { cacheName: "hipcare-meta" });
    last = answer ? await answer.json() : null;
    if (last && Object.entries(wanted).every(([key, value]) => last[key] === value)) return last;
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  throw new Error(`"${name}" is ${JSON.stringify(last)?.slice(0, 300)}`);
}"""
_WAIT = """async (text) => {
  const holds = HOLDS;
  const deadline = Date.now() + 90_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error("still not so: " + text);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}"""
_STORED = """async () => {
  const found = {};
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    found[name] = (await cache.keys()).map((request) => request.url.slice(location.origin.length)).sort();
  }
  return found;
}"""
_ASK = """async (message) => {
  const registration = await navigator.serviceWorker.ready;
  registration.active.postMessage(message);
}"""


def wait_for_record(page: Page, name: str, **wanted: Any) -> dict[str, Any]:
    """Wait until the worker's record ("active" or "last") has these values; return it."""
    record: dict[str, Any] = page.evaluate(_UNTIL, [name, wanted])
    return record


def wait_for(page: Page, holds: str) -> None:
    """Wait until an async JavaScript expression is true."""
    page.evaluate(_WAIT.replace("HOLDS", f"async () => ({holds})"), holds)


def stored(page: Page) -> dict[str, list[str]]:
    """Return the addresses in every cache of this site, sorted, by name of the cache.

    Sorted, because a record that is written again moves to the end of its cache.
    """
    found: dict[str, list[str]] = page.evaluate(_STORED)
    return found


def ask_worker(page: Page, what: str, **why: bool) -> None:
    """Send the worker a message as pages do: "check", "state" or "remove"."""
    page.evaluate(_ASK, {"type": f"hipcare:{what}", **why})


def heading(page: Page, address: str) -> str:
    """Go to an address and return the words of the page's main heading."""
    page.goto(address)
    return page.get_by_role("heading", level=1).inner_text()
