"""The public pages as browser tests walk them: from the sitemap, so that new pages are covered without a list."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.server import Server

AXE = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    "rules": {
        # What passes 7:1 passes 4.5:1, which would be measured a second time.
        "color-contrast-enhanced": {"enabled": True},
        "color-contrast": {"enabled": False},
        "target-size": {"enabled": True},
    },
}
COLOURS = {"runOnly": ["color-contrast-enhanced", "link-in-text-block"]}
"""The rules that look at colours."""
_FINDINGS = """axe.run({ ...options, resultTypes: ["violations"] }).then(
  ({ violations }) => violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)]))"""
WCAG = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "preload": False,
}
"""What is asked of the editors' room, much of which is Django's own.

Its style sheets import each other by relative names, which axe would ask for beside the page.
"""

_STILL = """async () => {
  const fading = () => document.getAnimations().filter((one) => one instanceof CSSTransition);
  do {
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    await Promise.allSettled(fading().map(({ finished }) => finished));
  } while (fading().length);
}"""


def stand_still(page: Page) -> None:
    """Wait until a page is drawn and nothing fades any more, as colours and sizes do when a mode or window changes."""
    page.evaluate(_STILL)


def sitemap(site: Server) -> list[str]:
    """Return the path of every page of the sitemap, in its order."""
    addresses = re.findall(r"<loc>([^<]+)</loc>", site.get("/sitemap.xml").body.decode())
    return [urlsplit(address).path for address in addresses]


def one_of_each_template(site: Server) -> list[str]:
    """Return the first page of each shape of address: all lists, and one page below each list."""
    first: dict[str, str] = {}
    for path in sitemap(site):
        parts = path.strip("/").split("/")
        shape = path if len(parts) == 1 else "/".join([parts[0], "*", *parts[2:]])
        first.setdefault(shape, path)
    return list(first.values())


def axe_findings(page: Page, options: dict[str, Any] = AXE) -> list[tuple[str, list[object]]]:
    """Return what axe finds on the page as it stands: rule and places.

    Only these leave the browser: all the rest of axe's report takes longer than its rules.
    """
    page.evaluate(Axe().axe_script)
    stands_still = page.evaluate("Boolean(globalThis.__pwClock)")
    found = (
        _run_moving_the_clock(page, options) if stands_still else page.evaluate(f"(options) => {_FINDINGS}", options)
    )
    return [(rule, places) for rule, places in found]


def _run_moving_the_clock(page: Page, options: dict[str, Any]) -> list[list[Any]]:
    """Run axe where the test holds the page's clock: its own timers are moved on by some milliseconds."""
    keep = "(found) => { globalThis.axeFound = found; }"
    page.evaluate(f"(options) => {{ globalThis.axeFound = null; void {_FINDINGS}.then({keep}); }}", options)
    for _try in range(1000):
        page.clock.run_for(1)
        found: list[list[Any]] | None = page.evaluate("globalThis.axeFound")
        if found is not None:
            return found
    message = "axe did not end"
    raise AssertionError(message)
