"""The status line leads to where something is decided, and back to the same page with nothing lost."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.accounts.devices import Device, make_members
from tests.browser.journal.conftest import MakePhone
from tests.browser.watch import Faults
from tests.journal.live import Person
from tests.server import Server


@pytest.fixture
def member(journal_site: Server, person: Person) -> Person:
    """Return somebody with a password."""
    return make_members(journal_site, f"back-{person.name}")[0]


@pytest.fixture
def handset(phone_at: MakePhone, journal_site: Server, faults: Faults, member: Person) -> Device:
    """Return a device of that person, signed in."""
    faults.allow("Service Worker registration blocked")
    phone = phone_at(journal_site, journal_site.url, base_url=journal_site.url)
    phone.page.close()
    handset = Device(phone.context, journal_site)
    handset.sign_in(member)
    return handset


def test_f33_signing_in_again_leads_back_with_what_was_being_written(handset: Device, member: Person) -> None:
    page = handset.page
    page.goto("/journal/new/")
    page.get_by_text("More, if you like").click()
    page.get_by_label("Note").fill("Stairs were easier")
    page.get_by_label("Note").blur()
    handset.context.clear_cookies(name="session")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")

    page.get_by_role("link", name="Sign in again").click()
    handset.type_in(member)
    page.wait_for_url("**/journal/new/")
    page.get_by_role("button", name="Bring it back").click()

    expect(page.get_by_label("Note")).to_have_value("Stairs were easier")


def test_f33_signing_in_again_leads_back_to_the_record_that_was_open(handset: Device) -> None:
    record = handset.journal.save(note="open")
    handset.context.clear_cookies(name="session")
    handset.page.goto(f"/journal/new/#{record}")

    again = handset.page.get_by_role("link", name="Sign in again")

    expect(again).to_have_attribute("href", f"/accounts/login/?next=%2Fjournal%2Fnew%2F%23{record}")


def test_missing_consent_leads_to_the_question_and_back(handset: Device, member: Person) -> None:
    member.server.run_python(
        "from apps.core.models import User; from apps.accounts.services import withdraw_consent; "
        f"withdraw_consent(owner=User.objects.get(email='{member.email}'), forget=False)"
    )
    handset.write("waits")
    page = handset.page
    page.goto("/journal/")
    expect(page.get_by_text("Your account keeps no health data without your consent.")).to_be_visible()

    page.get_by_role("link", name="Read about it and decide").click()
    page.get_by_label("Yes, keep my health data").check()
    page.get_by_role("button", name="Start sharing between my devices").click()

    page.wait_for_url("**/journal/")
    expect(page.locator("[data-line]")).to_contain_text("in your account")
    assert member.notes == ["waits"]
