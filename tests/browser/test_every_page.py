"""Accessibility of every public page: each page once, one of each template in every mode."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.urls import resolve
from django.utils.translation import get_language_from_path
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.style_page import DOUBLE_TEXT, MODES, WIDE_SPACING, sideways, small_targets
from tests.browser.walk import AXE, COLOURS, axe_findings, one_of_each_template, sitemap, stand_still
from tests.browser.watch import Faults
from tests.server import Server

SHARES = 8
TEMPLATE_SHARES = 4
"""Shares of the pages that are walked in every mode, each a test, so that workers divide them."""
WINDOWS = {
    "narrow": (320, 640, ""),
    "zoom 400": (320, 256, ""),
    "zoom 200": (640, 512, ""),
    "text 200": (1280, 800, DOUBLE_TEXT),
    "text 200 narrow": (320, 640, DOUBLE_TEXT),
    "wide spacing narrow": (320, 640, WIDE_SPACING),
    "wide spacing": (1280, 800, WIDE_SPACING),
}
"""Width, height and the reader's own styles."""
Opener = Callable[..., Page]


@pytest.fixture
def open_window(browser: Browser, faults: Faults, base_url: str) -> Iterator[Opener]:
    """Return a function that opens a window without a worker, in some size and mode."""
    contexts: list[BrowserContext] = []

    def opener(width: int = 360, height: int = 740, **mode: Any) -> Page:
        context = browser.new_context(
            base_url=base_url,
            viewport={"width": width, "height": height},
            bypass_csp=True,
            service_workers="block",
            **{"reduced_motion": "reduce", **mode},
        )
        contexts.append(context)
        faults.watch(context)
        faults.allow("[Ss]ervice ?[Ww]orker")
        return context.new_page()

    yield opener
    for context in contexts:
        context.close()


@pytest.mark.parametrize("share", range(SHARES))
def test_axe_finds_nothing_on_any_page(site: Server, open_window: Opener, share: int) -> None:
    page = open_window()
    found = {}
    in_every_mode = one_of_each_template(site)  # looked at below
    for path in [path for path in sitemap(site) if path not in in_every_mode][share::SHARES]:
        page.goto(path)
        found[path] = axe_findings(page)

    assert {path: findings for path, findings in found.items() if findings} == {}


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("share", range(TEMPLATE_SHARES))
def test_axe_finds_nothing_in_any_mode_and_targets_are_large_enough_for_a_thumb(
    site: Server, open_window: Opener, width: int, share: int
) -> None:
    page = open_window(width, 800)
    found: dict[tuple[str, str], list[Any]] = {}
    for path in one_of_each_template(site)[share::TEMPLATE_SHARES]:
        page.goto(path)
        found[path, "small targets"] = small_targets(page)
        for mode, media in MODES.items():
            page.emulate_media(**{"forced_colors": "none", **media})
            # Themes share all but their colours.
            found[path, mode] = axe_findings(page, AXE if mode == "light" else COLOURS)

    assert {place: findings for place, findings in found.items() if findings} == {}


@pytest.mark.parametrize("share", range(TEMPLATE_SHARES))
def test_nothing_reaches_over_the_edge(site: Server, open_window: Opener, share: int) -> None:
    page = open_window()
    wide = {}
    for path in one_of_each_template(site)[share::TEMPLATE_SHARES]:
        page.goto(path)
        style = page.add_style_tag(content="/* the reader has none */")
        for name, (width, height, css) in WINDOWS.items():
            page.set_viewport_size({"width": width, "height": height})
            style.evaluate("(style, css) => { style.textContent = css; }", css)
            stand_still(page)
            wide[path, name] = sideways(page)

    assert {place: found for place, found in wide.items() if found} == {}


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (320, 256)])
@pytest.mark.parametrize("share", range(TEMPLATE_SHARES))
def test_keyboard_walks_through_every_template_and_out_again(
    site: Server, open_window: Opener, width: int, height: int, share: int
) -> None:
    page = open_window(width, height)
    trapped = []
    for path in one_of_each_template(site)[share::TEMPLATE_SHARES]:
        page.goto(path, wait_until="networkidle")  # what scripts still bring would move what has the focus
        if not walk_by_keyboard(page):
            trapped.append(path)

    assert trapped == []


def test_every_template_of_the_sitemap_is_walked(site: Server) -> None:
    walked = {resolve(path).view_name for path in one_of_each_template(site) if not get_language_from_path(path)}

    assert walked == {resolve(path).view_name for path in sitemap(site) if not get_language_from_path(path)}
    assert {"library:stretch", "sitting:position", "journal:report", "journal:trends", "journal:backup"} <= walked


def walk_by_keyboard(page: Page) -> bool:
    """Press Tab until the focus leaves the page.

    True where the first stop was the skip link and every stop could be seen.
    """
    page.keyboard.press("Tab")
    if page.evaluate("document.activeElement.className") != "skip":
        return False
    for _stop in range(600):
        page.keyboard.press("Tab")
        state = page.evaluate(
            """() => {
              const element = document.activeElement;
              if (!element || element === document.body) return "out";
              const { top, bottom, left, width, height } = element.getBoundingClientRect();
              if (!width || !height) return "invisible";
              const y = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
              const middle = document.elementFromPoint(left + Math.min(width / 2, 20), y);
              return middle && (element.contains(middle) || middle.contains(element)) ? "fine" : "covered";
            }"""
        )
        if state == "out":
            return True
        if state != "fine":
            return False
    return False
