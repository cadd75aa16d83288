"""Screens of the journal that are met now and then: copies, a file from elsewhere, what goes with what, a review."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.journal.conftest import MakePhone
from tests.browser.journal.phones import JournalPhone
from tests.browser.watch import Faults
from tests.journal.live import Person
from tests.server import Server

DAYS_AGO = "j.moment.moment(new Date(Date.now() - n * 86400000))"


@pytest.fixture(autouse=True)
def without_a_worker(faults: Faults) -> None:
    """Accept that these browsers have none."""
    faults.allow("Service Worker registration blocked")


@pytest.fixture
def new_phone(phone_at: MakePhone, journal_site: Server) -> Callable[[], JournalPhone]:
    """Return a function that makes phones without an account."""
    return lambda: phone_at(journal_site, journal_site.url, base_url=journal_site.url)


def test_p3_both_versions_of_a_record_are_shown_and_one_is_chosen(
    phone: JournalPhone, tablet: JournalPhone, person: Person
) -> None:
    record = phone.save(note="both")
    phone.wait_for_sync()
    tablet.sync()
    tablet.save(record_id=record, note="from the tablet")
    tablet.wait_for_sync()
    phone.save(record_id=record, note="from the phone")
    phone.wait_for_sync()
    phone.sync()
    page = phone.page
    page.goto(f"{phone.url}/journal/")
    items = page.locator("[data-record]")

    expect(items).to_have_count(2)
    copy = items.filter(has=page.locator("[data-copy]:visible"))
    expect(copy).to_have_count(1)
    expect(copy).to_contain_text("from the phone")
    items.filter(has_text="from the tablet").get_by_role("button", name="Delete").click()

    expect(items).to_have_count(1)
    expect(items).to_contain_text("from the phone")


def test_p10_file_of_one_device_is_brought_back_on_another(
    new_phone: Callable[[], JournalPhone], tmp_path: Path
) -> None:
    one, other = new_phone(), new_phone()
    one.save(note="Stairs were easier", back=3)
    one.save("goal", title="Walk to the shop")
    one.page.goto("/journal/backup/")
    with one.page.expect_download() as download:
        one.page.get_by_role("button", name="Save a backup file").click()
    download.value.save_as(tmp_path / "backup.json")

    other.page.goto("/journal/backup/")
    other.page.get_by_label("Backup file").set_input_files(tmp_path / "backup.json")

    expect(other.page.locator("[data-restored]")).to_contain_text("Added: 2. Here already: 0.")
    other.page.goto("/journal/")
    expect(other.page.locator("[data-record]")).to_contain_text("Stairs were easier")


def test_file_that_is_no_backup_is_named_beside_the_field(
    new_phone: Callable[[], JournalPhone], tmp_path: Path
) -> None:
    page = new_phone().page
    (tmp_path / "photo.json").write_text("no backup", encoding="utf-8")
    page.goto("/journal/backup/")

    page.get_by_label("Backup file").set_input_files(tmp_path / "photo.json")

    expect(page.locator("#file-error")).to_contain_text("This is no backup of hipcare")


@pytest.mark.parametrize(("sessions", "links"), [(7, 0), (8, 2)])
def test_what_goes_with_what_is_silent_below_eight(
    new_phone: Callable[[], JournalPhone], sessions: int, links: int
) -> None:
    phone = new_phone()
    phone.run(
        f"""for (let n = value; n > 0; n -= 1) await j.records.saveRecord(null, "session", {{ at: {DAYS_AGO},
          routine: {{ slug: "morning", title: "Morning easing" }}, before: {{ back: 6 }}, after: {{ back: 3 }},
          moves: [{{ move: {{ slug: "cat-cow", title: "Cat and cow" }}, outcome: "done" }}] }});""",
        sessions,
    )
    page = phone.page
    page.goto("/journal/trends/")
    expect(page.locator("[data-loading]")).to_be_hidden()

    if links:
        first = page.locator("[data-link]").filter(has_text="Morning easing")
        expect(first).to_contain_text("8")
        expect(page.get_by_text("Goes together, not causes.")).to_be_visible()
    else:
        expect(page.locator("[data-no-links]")).to_be_visible()
    expect(page.locator("[data-link]")).to_have_count(links)


@pytest.mark.parametrize(("days", "asked"), [(13, False), (15, True)])
def test_review_is_asked_after_two_weeks(new_phone: Callable[[], JournalPhone], days: int, asked: bool) -> None:
    phone = new_phone()
    phone.run(f"const n = value; await j.records.saveRecord(null, 'check-in', {{ at: {DAYS_AGO}, back: 4 }})", days)
    page = phone.page
    page.goto("/journal/")
    expect(page.locator("[data-record]")).to_be_visible()

    question = page.get_by_text("You have kept this journal for some weeks. Any change?")

    expect(question).to_be_visible(visible=asked)


def test_no_change_after_weeks_leads_to_when_to_see_someone(new_phone: Callable[[], JournalPhone]) -> None:
    phone = new_phone()
    phone.run(f"const n = 15; await j.records.saveRecord(null, 'check-in', {{ at: {DAYS_AGO}, back: 4 }})")
    page = phone.page
    page.goto("/journal/")

    page.get_by_role("button", name="No change").click()

    expect(page.locator("[data-answered]")).to_be_focused()
    expect(page.get_by_role("link", name="When to see someone")).to_have_attribute("href", "/safety/#visit")
    expect(page.locator("[data-record]")).to_have_count(2)
    page.reload()
    expect(page.locator("[data-record]")).to_have_count(2)
    expect(page.get_by_role("button", name="No change")).to_have_count(0)
