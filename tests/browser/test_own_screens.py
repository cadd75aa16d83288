"""Screens that no address in the sitemap leads to: what to do, the message form and its errors, the API's page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.browser.style_page import DOUBLE_TEXT, MODES, WIDE_SPACING, sideways, small_targets
from tests.browser.walk import axe_findings
from tests.browser.watch import Faults

Opener = Callable[..., Page]


def what_to_do(page: Page) -> None:
    page.goto("/safety/")
    page.locator("#region").select_option("Australia")
    page.locator("#emergency label").first.click()
    page.get_by_role("heading", name="Get help now", level=1).wait_for()


def message_form(page: Page) -> None:
    page.goto("/contact/write/")


def message_errors(page: Page) -> None:
    page.goto("/contact/write/")
    page.get_by_label("Your e-mail address").fill("nobody")
    page.get_by_role("button", name="Send").click()
    page.get_by_role("heading", name="There is something to put right").wait_for()


def thanks(page: Page) -> None:
    page.goto("/contact/thanks/")


def api_docs(page: Page) -> None:
    page.goto("/api/v1/docs")


SCREENS = [what_to_do, message_form, message_errors, thanks, api_docs]
every_screen = pytest.mark.parametrize("show", SCREENS, ids=lambda show: show.__name__)


@pytest.fixture
def open_page(browser: Browser, base_url: str, faults: Faults) -> Iterator[Opener]:
    """Return a function that opens an empty page in a window of some size and mode."""
    contexts = []

    def opener(width: int, css: str = "", **mode: Any) -> Page:
        size = ViewportSize(width=width, height=740)
        context = browser.new_context(
            viewport=size, base_url=base_url, service_workers="block", bypass_csp=bool(css), **mode
        )
        contexts.append(context)
        faults.watch(context)
        faults.allow("Service Worker registration blocked")
        return context.new_page()

    yield opener
    for context in contexts:
        context.close()


@every_screen
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_axe_finds_nothing(open_page: Opener, show: Callable[[Page], None], width: int, mode: str) -> None:
    page = open_page(width, **MODES[mode])
    show(page)

    assert axe_findings(page) == []


@every_screen
@pytest.mark.parametrize("css", ["", DOUBLE_TEXT, WIDE_SPACING], ids=["plain", "double-text", "wide-spacing"])
def test_nothing_is_lost_at_320_pixels(open_page: Opener, show: Callable[[Page], None], css: str) -> None:
    page = open_page(320, css)
    show(page)
    if css:
        page.add_style_tag(content=css)

    assert sideways(page) == []


@every_screen
def test_targets_are_big_enough_for_a_thumb(open_page: Opener, show: Callable[[Page], None]) -> None:
    page = open_page(320)
    show(page)

    assert small_targets(page) == []


def test_errors_take_focus_and_lead_to_their_fields(open_page: Opener) -> None:
    page = open_page(360)
    message_errors(page)

    assert page.evaluate("document.activeElement.className").startswith("error-summary")
    page.get_by_role("link", name="Your message: Write your message.").click()
    assert page.evaluate("document.activeElement.id") == "id_message"
