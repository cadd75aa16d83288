"""The public pages as browser tests walk them: from the sitemap, so that new pages are covered without a list."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from django.urls import resolve
from django.utils.translation import get_language_from_path
from playwright.sync_api import Page

from tests.browser.style_page import MODES, sideways_with_own_styles, small_targets
from tests.server import Server

AXE = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    "rules": {
        # What passes 7:1 passes 4.5:1, which would be measured a second time.
        "color-contrast-enhanced": {"enabled": True},
        "color-contrast": {"enabled": False},
        "target-size": {"enabled": True},
    },
    "preload": False,  # for what plays by itself, which nothing here does
}
COLOURS = {"runOnly": ["color-contrast-enhanced", "link-in-text-block"]}
"""The rules that look at colours."""
_FINDINGS = """axe.run({ ...options, resultTypes: ["violations"] }).then(
  ({ violations }) => violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)]))"""
_WITH_TIME_OF_ITS_OWN = """((setTimeout) => {
%s
})((act, wait = 0) => {
  if (wait > 10) return setTimeout(act, wait);
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => { port1.close(); act(); };
  port2.postMessage(null);
})"""
"""Axe goes on from rule to rule by timers, which stand still where a test holds the page's clock; messages do not.

Its long waits are for frames and style sheets that do not answer; they may stand still.
"""
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
    for (const one of fading()) one.finish();
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  } while (fading().length);
}"""


def stand_still(page: Page) -> None:
    """End what fades, as colours and sizes do when a mode or window changes, and wait until the page is drawn so."""
    page.evaluate(_STILL)


def sitemap(site: Server) -> list[str]:
    """Return the path of every page of the sitemap, in its order."""
    addresses = re.findall(r"<loc>([^<]+)</loc>", site.get("/sitemap.xml").body.decode())
    return [urlsplit(address).path for address in addresses]


def one_of_each_template(site: Server) -> list[str]:
    """Return the first page that each view answers with, so that every template is walked once.

    Translations have the same templates with longer or shorter words: of them, one page of each shape of address.
    """
    first: dict[str, str] = {}
    for path in sitemap(site):
        first.setdefault(_shape(path) if get_language_from_path(path) else resolve(path).view_name, path)
    return list(first.values())


def _shape(path: str) -> str:
    """Return an address without its second part: `/es/*/timer` for `/es/sitting/timer/`."""
    parts = path.strip("/").split("/")
    return path if len(parts) == 1 else "/".join([parts[0], "*", *parts[2:]])


def axe_findings(page: Page, options: dict[str, Any] = AXE) -> list[tuple[str, list[object]]]:
    """Return what axe finds on the page as it stands: rule and places.

    Only these leave the browser: all the rest of axe's report takes longer than its rules.
    """
    if not page.evaluate("Boolean(globalThis.axe)"):
        page.evaluate(_WITH_TIME_OF_ITS_OWN % Axe().axe_script)
    found: list[list[Any]] = page.evaluate(f"(options) => {_FINDINGS}", options)
    return [(rule, places) for rule, places in found]


def axe_findings_in_every_mode(page: Page) -> dict[str, list[tuple[str, list[object]]]]:
    """Return what axe finds by mode: narrow and light, wide and dark, narrow in forced colours; nothing may be fading.

    Themes share all but their colours, so the narrow page is measured whole only once.
    """
    found = {}
    for mode, width, options in (("light", 320, AXE), ("dark", 1280, AXE), ("forced", 320, COLOURS)):
        page.set_viewport_size({"width": width, "height": 740})
        page.emulate_media(**{"forced_colors": "none", **MODES[mode]})
        found[mode] = axe_findings(page, options)
    return {mode: findings for mode, findings in found.items() if findings}


def hindrances(page: Page, *, then: Callable[[], None] = lambda: None) -> dict[str, Any]:
    """Return what is in somebody's way on the page as it stands, by kind; empty where nothing is.

    Small targets, what reaches over the edge of a narrow window, and what axe finds in every mode; `then` is called
    before axe, whose own timers may need the page's clock.
    """
    found: dict[str, Any] = {"small targets": small_targets(page), **sideways_with_own_styles(page)}
    then()
    found |= axe_findings_in_every_mode(page)
    return {name: places for name, places in found.items() if places}
