"""The line that says where the records are: always true, and what to do where something is in the way."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.journal.conftest import MakePhone
from tests.browser.journal.phones import JournalPhone
from tests.faults import proxy
from tests.journal.live import Person
from tests.link import Link
from tests.server import Server, wait_until

RENDER = "from django.template.loader import render_to_string; print(render_to_string('journal/_sync_status.html'))"


@pytest.fixture(scope="module")
def partial(journal_site: Server) -> str:
    """Return the partial as pages include it."""
    return journal_site.run_python(RENDER)


def show(phone: JournalPhone, partial: str) -> None:
    """Put the partial into the page and let it work."""
    phone.page.evaluate("(html) => { document.body.innerHTML = html; document.documentElement.lang = 'en'; }", partial)
    phone.run("j['sync-status'].mount(document.querySelector('[data-behaviour]'))")


def test_p6_waiting_count_is_true_and_reaches_nought(phone: JournalPhone, partial: str, journal_link: Link) -> None:
    show(phone, partial)
    line = phone.page.locator("[data-line]")
    expect(line).to_contain_text("Everything is on this device and in your account")
    journal_link.down()

    phone.save(note="one")
    phone.save(note="two")

    expect(line).to_have_text("Saved on this device. Waiting to be sent: 2")
    expect(phone.page.locator("[data-trouble]")).to_contain_text("No network right now")
    journal_link.up()
    expect(line).to_contain_text("Everything is on this device and in your account", timeout=30_000)
    expect(phone.page.locator("[data-trouble]")).to_be_empty()


def test_f33_signed_out_offers_to_sign_in_and_to_come_back_here(phone: JournalPhone, partial: str) -> None:
    phone.lose_session()
    show(phone, partial)

    link = phone.page.get_by_role("link", name="Sign in again")

    expect(link).to_have_attribute("href", "/accounts/login/?next=%2Frobots.txt")


def test_without_an_account_it_says_that_records_are_only_here(
    phone_at: MakePhone, journal_site: Server, partial: str
) -> None:
    phone = phone_at(journal_site, journal_site.url)
    show(phone, partial)

    phone.save(note="one")

    expect(phone.page.locator("[data-line]")).to_contain_text("Records only on this device: 1")


def test_p9_refused_records_are_counted(phone: JournalPhone, partial: str) -> None:
    show(phone, partial)

    phone.save(note="poison", back=11)

    expect(phone.page.locator("[data-refused]")).to_contain_text("Records that your account did not accept: 1")


def test_f53_refused_account_may_be_tried_again(
    phone: JournalPhone, partial: str, person: Person, journal_link: Link
) -> None:
    refusal = proxy.answer_with(403, "application/problem+json", b'{"status": 403}')
    journal_link.rule = proxy.syncs(refusal)
    before = len(journal_link.asked)
    show(phone, partial)
    phone.save(note="waits")
    # at its start, and after the record
    wait_until(lambda: journal_link.addresses(before).count("/api/v1/sync") == 2, 20)
    again = phone.page.get_by_role("button", name="Try again")
    expect(again).to_be_visible()

    journal_link.up()
    again.click()

    expect(phone.page.locator("[data-line]")).to_contain_text("in your account")
    assert person.notes == ["waits"]
