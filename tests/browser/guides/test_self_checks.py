"""A self-check answers each tick where it stands, and keeps nothing."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.kept import kept
from tests.browser.watch import Faults


@pytest.fixture
def check(page: Page) -> Page:
    page.goto("/checks/tightness-signs/")
    expect(page.locator("[data-answer]").first).to_be_hidden()
    return page


def test_tick_shows_its_answer_and_no_other(check: Page) -> None:
    check.get_by_label("My low back keeps aching, and more so after a long sit").check()

    expect(check.locator("[data-answer]:visible")).to_have_count(1)
    expect(check.get_by_text("Breaks from the chair are the easiest thing to try first.")).to_be_visible()
    check.get_by_label("My low back keeps aching, and more so after a long sit").uncheck()
    expect(check.locator("[data-answer]:visible")).to_have_count(0)


def test_numbness_leads_to_the_danger_signs(check: Page) -> None:
    check.locator("[data-danger] input").check()
    check.get_by_role("link", name="Go to the danger signs now").click()

    expect(check).to_have_url("/safety/")


def test_ticks_are_neither_kept_nor_sent(check: Page) -> None:
    check.wait_for_load_state("networkidle")
    before, address, sent = kept(check), check.url, list[str]()
    check.on("request", lambda request: sent.append(request.url))
    for box in check.get_by_role("checkbox").all():
        box.check()

    assert (kept(check), check.url, sent) == (before, address, [])
    check.reload()
    expect(check.get_by_role("checkbox", checked=True)).to_have_count(0)
    expect(check.locator("[data-answer]:visible")).to_have_count(0)


def test_answers_wait_for_their_tick_where_the_script_did_not_come(page: Page, faults: Faults) -> None:
    faults.allow_dead_network()
    page.route("**/js/guides/list.*", lambda route: route.abort())
    page.goto("/checks/tightness-signs/")

    expect(page.locator("[data-answer]:visible")).to_have_count(0)
    page.get_by_label("My low back keeps aching, and more so after a long sit").check()
    expect(page.locator("[data-answer]:visible")).to_have_count(1)
