"""X01: what a person writes is text on every page that shows it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.journal.conftest import MakePhone
from tests.browser.journal.phones import JournalPhone
from tests.browser.watch import Faults
from tests.server import Server

MARKUP = '<img src=x onerror="document.title=1"><b class="evil">bold</b>'


@pytest.fixture
def writer(phone_at: MakePhone, journal_site: Server, faults: Faults) -> JournalPhone:
    """Return the phone of somebody who writes markup everywhere."""
    faults.allow("Service Worker registration blocked")
    phone = phone_at(journal_site, journal_site.url, base_url=journal_site.url)
    phone.save(note=MARKUP, back=3)
    phone.save("goal", title=MARKUP, type="own")
    for _ in range(8):
        phone.save("session", own_routine=MARKUP, before={"back": 5}, after={"back": 2}, note=MARKUP)
    return phone


@pytest.mark.parametrize("address", ["/journal/", "/journal/trends/", "/journal/report/"])
def test_x01_markup_in_a_record_is_text_on_every_page(writer: JournalPhone, address: str) -> None:
    page = writer.page
    page.goto(address)
    if address.endswith("report/"):
        page.get_by_label("Notes").check()

    expect(page.get_by_text(MARKUP).first).to_be_visible()
    assert page.locator(".evil").count() == 0
