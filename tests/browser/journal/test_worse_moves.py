"""What lately made it worse stands last in the list of stretches, and the list says why."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.journal.conftest import MakePhone
from tests.browser.journal.phones import JournalPhone
from tests.browser.watch import Faults
from tests.server import Server

SHOWN = "[data-moves] > li:not([hidden])"


@pytest.fixture
def keeper(phone_at: MakePhone, journal_site: Server, faults: Faults) -> JournalPhone:
    """Return the phone of somebody who keeps a journal without an account."""
    faults.allow("Service Worker registration blocked")
    return phone_at(journal_site, journal_site.url)


def slugs(page: Page) -> list[Any]:
    """Return the moves of the list, in its order."""
    return [item.get_attribute("data-slug") for item in page.locator(SHOWN).all()]


def did(phone: JournalPhone, slug: str, outcome: str, feeling: str) -> None:
    """Save a session of one move."""
    phone.save("session", moves=[{"move": {"slug": slug, "title": slug}, "outcome": outcome, "feeling": feeling}])


def test_move_that_hurt_twice_stands_last_and_says_why(keeper: JournalPhone, journal_site: Server) -> None:
    page = keeper.open(load=False)
    page.goto(f"{journal_site.url}/stretches/")
    before = slugs(page)
    did(keeper, before[0], "stopped", "same")
    did(keeper, before[0], "done", "better")
    did(keeper, before[0], "done", "worse")
    did(keeper, before[1], "done", "worse")

    page.reload()

    note = page.locator(SHOWN).last.locator(".worse-note")
    expect(note).to_have_text("Last in the list: in your journal it hurt or felt worse 2 of the last 3 times.")
    assert slugs(page) == [*before[1:], before[0]]
    expect(page.locator(".worse-note")).to_have_count(1)


def test_list_of_somebody_without_a_journal_asks_for_none_of_its_scripts(
    keeper: JournalPhone, journal_site: Server
) -> None:
    keeper.page.close()
    asked: list[str] = []
    page = keeper.context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{journal_site.url}/stretches/", wait_until="networkidle")

    assert [url for url in asked if "/js/journal-pages/" in url or "/idb" in url] == []
    assert page.evaluate("async () => (await indexedDB.databases()).length") == 0
