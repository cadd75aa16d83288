"""F46: a browser without IndexedDB, as in some private windows: the pages say so, and what needs no store works."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accounts.devices import make_members, type_in
from tests.browser.journal.conftest import MakePhone
from tests.browser.watch import Faults
from tests.journal.devices import change, check_in
from tests.journal.live import ApiDevice, people
from tests.server import Server

JOURNAL = ["/journal/", "/journal/measures/", "/journal/trends/", "/journal/report/", "/journal/backup/"]


@pytest.fixture
def storeless(phone_at: MakePhone, journal_site: Server, faults: Faults) -> Page:
    """Return a tab of a browser without IndexedDB."""
    faults.allow("Service Worker registration blocked")
    phone = phone_at(journal_site, journal_site.url, base_url=journal_site.url)
    phone.context.add_init_script("Object.defineProperty(globalThis, 'indexedDB', {value: undefined})")
    phone.page.close()
    return phone.context.new_page()


def test_f46_form_says_so_and_keeps_what_was_typed(storeless: Page) -> None:
    storeless.goto("/journal/new/")
    storeless.get_by_text("More, if you like").click()
    storeless.get_by_label("Note").fill("Stairs were easier")

    storeless.get_by_role("button", name="Save", exact=True).click()

    expect(storeless.locator("[data-not-saved]")).to_contain_text("This browser keeps nothing for hipcare")
    expect(storeless.get_by_label("Note")).to_have_value("Stairs were easier")
    expect(storeless.get_by_role("heading", name="Saved on this device.")).to_be_hidden()


@pytest.mark.parametrize("address", JOURNAL)
def test_f46_every_page_of_the_journal_says_so(storeless: Page, address: str) -> None:
    storeless.goto(address)

    expect(storeless.locator("[data-problems]")).to_contain_text("This browser keeps nothing for hipcare")


def test_f46_what_the_account_has_is_there_online(storeless: Page, journal_site: Server) -> None:
    [member] = make_members(journal_site, "storeless")
    ApiDevice(journal_site, people(journal_site, "storeless")["storeless"]).sync(change(check_in(note="on the server")))
    storeless.goto("/accounts/login/?next=/accounts/data/")
    type_in(storeless, member)
    storeless.goto("/accounts/data/")

    with storeless.expect_download() as download:
        storeless.get_by_role("link", name="One file for programs (JSON)").click()

    assert "on the server" in download.value.path().read_text(encoding="utf-8")
