"""Of several open pages one leads; a page that was left leaves the others alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Page, expect

_LEAD = """import("/static/js/sitting/lead.js").then(({ lead }) =>
  lead("test", (leads) => { document.documentElement.dataset.leads = leads; })
)"""
OFTEN = 24
"""A browser keeps six pages that were left. While these asked on, it stood still before the fourteenth."""


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """Return a watched page whose clock goes."""
    return context.new_page()


def expect_leading(page: Page) -> None:
    """Wait until a page leads."""
    expect(page.locator("html")).to_have_attribute("data-leads", "true")


def test_pages_left_in_haste_do_not_stop_the_browser(page: Page) -> None:
    page.add_init_script(_LEAD)
    for turn in range(OFTEN):
        page.goto(("/about/", "/sitting/")[turn % 2], wait_until="commit")

    expect_leading(page)


def test_page_that_somebody_comes_back_to_leads_again(page: Page) -> None:
    page.goto("/about/")
    page.evaluate(_LEAD)
    expect_leading(page)
    page.evaluate("void addEventListener('pagehide', () => { document.documentElement.dataset.leads = 'left'; })")
    page.goto("/sitting/")
    page.evaluate("history.back()")
    page.wait_for_url("**/about/", wait_until="commit")

    expect_leading(page)


def test_page_in_a_browser_that_gives_no_locks_leads(page: Page) -> None:
    page.goto("/about/")
    page.evaluate("void (navigator.locks.request = () => Promise.reject(new DOMException('', 'SecurityError')))")
    page.evaluate(_LEAD)

    expect_leading(page)
