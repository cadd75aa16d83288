"""Screens that no address in the sitemap leads to: after a tick, the message form and its errors, the API's page."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.browser.walk import hindrances
from tests.browser.watch import Faults

Opener = Callable[..., Page]


def what_to_do(page: Page) -> None:
    page.goto("/safety/")
    page.locator("#region").select_option("Australia")
    page.locator("#emergency label").first.click()
    page.get_by_role("heading", name="Get help now", level=1).wait_for()


def be_seen_today(page: Page) -> None:
    page.goto("/safety/")
    page.locator("#region").select_option("Australia")
    page.locator("#today label").first.click()
    page.get_by_role("heading", name="Be seen today", level=1).wait_for()


def make_an_appointment(page: Page) -> None:
    page.goto("/safety/")
    page.get_by_label("Where are you?").first.wait_for()
    page.locator("#visit label").first.click()
    page.get_by_role("heading", name="Make an appointment", level=1).wait_for()


def self_care(page: Page) -> None:
    page.goto("/safety/")
    page.get_by_label("Where are you?").first.wait_for()
    page.get_by_role("link", name="Nothing on these three lists fits me").click()
    page.get_by_role("heading", name="Look after it yourself", level=1).wait_for()


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


TRIAGE = [what_to_do, be_seen_today, make_an_appointment, self_care]
SCREENS = [*TRIAGE, message_form, message_errors, thanks, api_docs]
every_screen = pytest.mark.parametrize("show", SCREENS, ids=lambda show: show.__name__)


@pytest.fixture
def open_page(browser: Browser, base_url: str, faults: Faults) -> Iterator[Opener]:
    """Return a function that opens an empty page in a window of some size."""
    contexts = []

    def opener(width: int) -> Page:
        size = ViewportSize(width=width, height=740)
        context = browser.new_context(
            viewport=size, base_url=base_url, service_workers="block", bypass_csp=True, reduced_motion="reduce"
        )
        contexts.append(context)
        faults.watch(context)
        faults.allow("Service Worker registration blocked")
        return context.new_page()

    yield opener
    for context in contexts:
        context.close()


@every_screen
def test_nothing_is_in_anybodys_way(open_page: Opener, show: Callable[[Page], None]) -> None:
    page = open_page(320)
    show(page)

    assert hindrances(page) == {}


def test_errors_take_focus_and_lead_to_their_fields(open_page: Opener) -> None:
    page = open_page(360)
    message_errors(page)

    assert page.evaluate("document.activeElement.className").startswith("error-summary")
    page.get_by_role("link", name="Your message: Write your message.").click()
    assert page.evaluate("document.activeElement.id") == "id_message"
