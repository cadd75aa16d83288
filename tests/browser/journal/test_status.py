"""The line that says where the records are: always true, and what to do where something is in the way."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.browser.journal.conftest import MakePhone
from tests.browser.journal.phones import JournalPhone
from tests.browser.watch import Faults
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


def open_list(phone: JournalPhone, faults: Faults) -> Page:
    """Open the list of records on the phone's network."""
    faults.allow("Service Worker registration blocked")
    page = phone.context.new_page()
    page.goto(f"{phone.url}/journal/")
    return page


def test_p9_refused_field_is_named_in_words(phone: JournalPhone, faults: Faults) -> None:
    phone.save(note="poison", back=11)
    phone.wait_for_sync()

    page = open_list(phone, faults)

    expect(page.locator("[data-state]")).to_have_text(
        "Not accepted by the server. It stays here. Back or hips: The number is outside of what can be kept."
    )


def test_p9_record_that_spoils_the_whole_request_says_why(phone: JournalPhone, faults: Faults) -> None:
    phone.run(
        """await j.records.saveRecord(j.pointer.currentAccount(), "check-in",
          {at: j.moment.moment(), note: "spoils"}, {id: "no uuid"})"""
    )
    phone.sync()

    page = open_list(phone, faults)

    expect(page.locator("[data-state]")).to_contain_text("Your account could not read this record.")


def test_p9_refused_goal_and_profile_are_named_and_lead_to_where_they_are_changed(
    phone: JournalPhone, faults: Faults
) -> None:
    phone.save("goal", title="Walk to the shop", days_per_week=9)
    phone.save("profile", cautions=7)
    phone.wait_for_sync()

    page = open_list(phone, faults)
    refused = page.locator("[data-refused-others] li")

    expect(page.get_by_role("link", name="Go to your goals")).to_have_attribute("href", "/journal/trends/#goals")
    expect(page.get_by_role("link", name="Go to what you told")).to_have_attribute("href", "/about-me/")
    expect(refused.filter(has_text="Walk to the shop")).to_contain_text(
        "Days a week that you would like: The number is outside of what can be kept."
    )
    expect(refused.filter(has_text="about your body")).to_contain_text("This is not what your account expects here.")


@pytest.mark.parametrize(("minutes", "told"), [(9, False), (11, True), (-11, True)])
def test_f26_clock_that_is_far_away_is_told_of(phone: JournalPhone, partial: str, minutes: int, told: bool) -> None:
    phone.page.clock.set_system_time(datetime.now(UTC) + timedelta(minutes=minutes))
    show(phone, partial)
    phone.sync()
    expect(phone.page.locator("[data-line]")).to_contain_text("in your account")

    words = phone.page.get_by_text("The clock of this device is more than ten minutes away")

    expect(words).to_be_visible(visible=told)


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
