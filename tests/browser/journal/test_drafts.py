"""What is half written: brought back whole, taken along to the account, and not lost without a word."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accounts.devices import Device, make_members
from tests.browser.journal.conftest import MakePhone
from tests.browser.journal.phones import JournalPhone
from tests.browser.watch import Faults
from tests.journal.live import Person
from tests.server import Server, wait_until

DRAFT = "return j.drafts.readDraft(j.pointer.currentAccount(), value)"
TELL_OF_COMING_BACK = (
    "addEventListener('pageshow', (e) => { if (e.persisted) sessionStorage.setItem('from-memory', '1') })"
)
FROM_MEMORY = "sessionStorage.getItem('from-memory') === '1'"
NOTE = "Stairs were easier"


@pytest.fixture(autouse=True)
def without_a_worker(faults: Faults) -> None:
    """Accept that these browsers have none."""
    faults.allow("Service Worker registration blocked")


@pytest.fixture
def loose(phone_at: MakePhone, journal_site: Server) -> JournalPhone:
    """Return a phone without an account."""
    return phone_at(journal_site, journal_site.url, base_url=journal_site.url)


def choose(page: Page, name: str, value: str) -> None:
    """Tap an answer."""
    page.locator(f"input[name={name}][value='{value}']").dispatch_event("click")


def write(page: Page, note: str) -> None:
    """Write a note and leave the field."""
    more = page.locator("[data-more]")
    if more.get_attribute("open") is None:
        page.get_by_text("More, if you like").click()
    page.get_by_label("Note").fill(note)
    page.get_by_label("Note").blur()


def draft_has(phone: JournalPhone, name: str, **fields: str) -> Callable[[], bool]:
    """Return a condition: the draft is on the disk."""

    def holds() -> bool:
        draft: dict[str, Any] | None = phone.run(DRAFT, name)
        return draft is not None and fields.items() <= draft["fields"].items()

    return holds


def test_draft_of_a_changed_check_in_comes_back_whole(loose: JournalPhone) -> None:
    record = loose.save(back=3, note="as it was", activities=["walking", "rest"])
    page = loose.context.new_page()
    page.goto(f"/journal/new/#{record}")
    expect(page.get_by_label("Note")).to_have_value("as it was")
    choose(page, "back", "5")
    choose(page, "activities", "rest")
    write(page, "")
    wanted = {"back": "5", "note": "", "activities=rest": ""}
    wait_until(draft_has(loose, f"check-in:{record}", **wanted), 10)
    page.close()

    page = loose.context.new_page()
    page.goto(f"/journal/new/#{record}")
    page.get_by_role("button", name="Bring it back").click()

    expect(page.locator("input[name=back][value='5']")).to_be_checked()
    expect(page.get_by_label("Note")).to_have_value("")
    assert page.locator("input[name=activities]:checked").evaluate_all("(all) => all.map((one) => one.value)") == [
        "walking"
    ]


def test_change_that_only_empties_a_field_is_offered(loose: JournalPhone) -> None:
    record = loose.save(back=3, note="as it was")
    page = loose.context.new_page()
    page.goto(f"/journal/new/#{record}")
    expect(page.get_by_label("Note")).to_have_value("as it was")
    write(page, "")
    wait_until(draft_has(loose, f"check-in:{record}", note=""), 10)
    page.reload()

    page.get_by_role("button", name="Bring it back").click()

    expect(page.get_by_label("Note")).to_have_value("")
    expect(page.locator("input[name=back][value='3']")).to_be_checked()


def test_what_is_typed_before_the_offer_is_taken_stays(loose: JournalPhone) -> None:
    record = loose.save(back=3, note="as it was")
    page = loose.context.new_page()
    page.goto(f"/journal/new/#{record}")
    expect(page.get_by_label("Note")).to_have_value("as it was")
    choose(page, "back", "5")
    write(page, "before")
    wait_until(draft_has(loose, f"check-in:{record}", back="5", note="before"), 10)
    page.reload()
    expect(page.get_by_role("button", name="Bring it back")).to_be_visible()
    write(page, "after")

    page.get_by_role("button", name="Bring it back").click()

    expect(page.locator("input[name=back][value='5']")).to_be_checked()
    expect(page.get_by_label("Note")).to_have_value("after")


def test_back_out_of_the_browsers_memory_offers_what_was_being_written(loose: JournalPhone) -> None:
    page = loose.context.new_page()
    page.add_init_script(TELL_OF_COMING_BACK)
    page.goto("/journal/new/")
    choose(page, "back", "4")
    write(page, NOTE)
    wait_until(draft_has(loose, "check-in", back="4", note=NOTE), 10)  # no browser keeps a page that is writing
    page.get_by_role("link", name="Measures").first.click()
    expect(page.get_by_role("heading", name="Measures", level=1)).to_be_visible()

    page.go_back()
    page.get_by_role("button", name="Bring it back").click()

    assert page.evaluate(FROM_MEMORY) is True
    expect(page.get_by_label("Note")).to_have_value(NOTE)
    expect(page.locator("input[name=back][value='4']")).to_be_checked()


def test_back_from_the_danger_signs_offers_what_was_being_written(loose: JournalPhone) -> None:
    page = loose.context.new_page()
    page.add_init_script(TELL_OF_COMING_BACK)
    page.goto("/journal/new/")
    write(page, NOTE)
    wait_until(draft_has(loose, "check-in", note=NOTE), 10)
    choose(page, "side", "both")
    page.wait_for_url("**/safety/**")

    page.go_back()
    page.get_by_role("button", name="Bring it back").click()

    assert page.evaluate(FROM_MEMORY) is True
    expect(page.get_by_label("Note")).to_have_value(NOTE)
    expect(page.get_by_text("One answer can be a danger sign")).to_be_visible()
    expect(page.locator("input[name=side]:checked")).to_have_count(0)


def test_back_out_of_the_browsers_memory_fills_a_measure_again(loose: JournalPhone) -> None:
    page = loose.context.new_page()
    page.add_init_script(TELL_OF_COMING_BACK)
    page.goto("/journal/measures/")
    choose(page, "average", "6")
    wait_until(draft_has(loose, "measure:peg", average="6"), 10)
    page.get_by_role("link", name="Trends").first.click()
    expect(page.get_by_role("heading", name="Trends", level=1)).to_be_visible()

    page.go_back()

    expect(page.get_by_text("What you were filling in is back.")).to_be_visible()
    assert page.evaluate(FROM_MEMORY) is True
    expect(page.locator("input[name=average][value='6']")).to_be_checked()


def test_f34_half_written_text_waits_unseen_until_its_author_is_back(
    phone: JournalPhone, person: Person, other: Person
) -> None:
    phone.run("await j.drafts.saveDraftField(j.pointer.currentAccount(), 'check-in', 'note', 'private')")
    phone.lose_session()
    phone.sign_in(other.key)
    phone.sync()
    seen_by_other = phone.run(DRAFT, "check-in")

    phone.sign_in(person.key)
    phone.sync()

    assert seen_by_other is None
    assert phone.run(DRAFT, "check-in")["fields"] == {"note": "private"}


@pytest.fixture
def member(journal_site: Server, person: Person) -> Person:
    """Return somebody with a password."""
    return make_members(journal_site, f"drafts-{person.name}")[0]


@pytest.fixture
def handset(loose: JournalPhone, journal_site: Server) -> Device:
    """Return a device with pages of its own."""
    loose.page.close()
    return Device(loose.context, journal_site)


def half_write(handset: Device) -> None:
    """Write half a check-in, and go to the sign-in page from there."""
    page = handset.page
    page.goto("/journal/new/")
    write(page, NOTE)
    page.locator("[data-sign-in]").first.click()
    page.wait_for_url("**/accounts/login/**")


def test_half_written_check_in_is_offered_after_signing_in(handset: Device, member: Person) -> None:
    half_write(handset)

    handset.type_in(member)
    handset.page.wait_for_url("**/journal/new/")
    handset.page.get_by_role("button", name="Bring it back").click()

    expect(handset.page.get_by_label("Note")).to_have_value(NOTE)
    assert NOTE not in str(handset.journal.run("return j.drafts.readDraft(null, 'check-in')"))


def test_half_written_text_is_asked_about_where_the_account_has_a_journal(handset: Device, member: Person) -> None:
    handset.sign_in(member)
    handset.write("there already")
    handset.sign_out()
    half_write(handset)

    handset.type_in(member)
    expect(handset.page.locator("[data-place] [data-drafts]")).to_have_text("1")
    handset.page.get_by_role("button", name="It is mine: put them together").click()
    handset.page.wait_for_url("**/journal/new/")
    handset.page.get_by_role("button", name="Bring it back").click()

    expect(handset.page.get_by_label("Note")).to_have_value(NOTE)


def test_f37_sign_out_tells_of_what_is_half_written_and_lets_the_person_choose(handset: Device, member: Person) -> None:
    handset.sign_in(member)
    page = handset.page
    page.goto("/journal/new/")
    write(page, NOTE)
    page.goto("/accounts/logout/")
    page.get_by_role("button", name="Sign out", exact=True).click()

    expect(page.get_by_role("heading", name="Not everything is sent")).to_be_focused()
    expect(page.locator("[data-place] [data-drafts]")).to_have_text("1")
    expect(page.get_by_role("button", name="Save them to a file")).to_be_hidden()
    assert NOTE in handset.everything()
    page.get_by_role("button", name="Sign out and lose them").click()
    page.wait_for_url(f"{handset.server.url}/")
    assert NOTE not in handset.everything()
