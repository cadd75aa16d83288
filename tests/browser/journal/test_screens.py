"""Screens of the journal that are met now and then: copies, a file from elsewhere, what goes with what, a review."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.journal.conftest import MakePhone
from tests.browser.journal.phones import JournalPhone, disagree
from tests.browser.watch import Faults
from tests.journal.live import Person
from tests.server import Server, wait_until

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
    disagree(phone, tablet)
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


def test_f24_form_that_was_overtaken_leaves_both_versions(new_phone: Callable[[], JournalPhone]) -> None:
    phone = new_phone()
    record = phone.save(note="both")
    page = phone.context.new_page()
    page.goto(f"{phone.url}/journal/new/#{record}")
    expect(page.get_by_label("Note")).to_have_value("both")
    phone.save(record_id=record, note="from another tab")

    page.get_by_label("Note").fill("from the form")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("heading", name="Saved on this device.")).to_be_visible()

    assert phone.notes() == ["from another tab", "from the form"]
    page.goto(f"{phone.url}/journal/")
    expect(page.locator("[data-record]").filter(has=page.locator("[data-copy]:visible"))).to_contain_text(
        "from the form"
    )


PEG: dict[str, Any] = {"instrument": "peg", "version": "1"}


def peg(average: int) -> list[dict[str, Any]]:
    """Return the answers of a measure."""
    given = {"average": average, "enjoyment": 2, "activity": 3}
    return [{"code": code, "text": code, "value": value} for code, value in given.items()]


def test_f24_measure_that_was_overtaken_leaves_both_versions(new_phone: Callable[[], JournalPhone]) -> None:
    phone = new_phone()
    record = phone.save("measure", **PEG, items=peg(4))
    page = phone.context.new_page()
    page.goto(f"{phone.url}/journal/measures/#{record}")
    expect(page.locator("input[name=average][value='4']")).to_be_checked()
    phone.save("measure", record_id=record, **PEG, items=peg(7))

    page.locator("input[name=average][value='1']").dispatch_event("click")
    page.locator("form[data-measure=peg]").get_by_role("button", name="Save").click()
    expect(page.locator("[data-done]")).to_contain_text("Saved on this device.")

    versions = {row["data"]["items"][0]["value"]: row["data"].get("conflict_of") for row in phone.rows()}
    assert versions == {7: None, 1: record}


def test_f24_goal_that_was_overtaken_leaves_both_versions(new_phone: Callable[[], JournalPhone]) -> None:
    phone = new_phone()
    goal = phone.save("goal", title="Walk to the shop")
    page = phone.context.new_page()
    page.goto(f"{phone.url}/journal/trends/")
    expect(page.get_by_label("Walk to the shop")).to_be_visible()
    # As the sync writes it, a moment before any page hears of it.
    phone.run("await j.records.saveRecord(null, 'goal', {title: 'Walk to the sea'}, {id: value})", goal)

    page.get_by_label("Walk to the shop").check()

    expect(page.get_by_label("Walk to the sea")).to_be_visible()
    versions = {row["data"]["title"]: row["data"].get("conflict_of") for row in phone.rows()}
    assert versions == {"Walk to the sea": None, "Walk to the shop": goal}


def test_f24_days_a_week_that_were_overtaken_leave_both_versions(new_phone: Callable[[], JournalPhone]) -> None:
    phone = new_phone()
    weekly: dict[str, Any] = {"type": "sessions-per-week", "days_per_week": 3}
    goal = phone.save("goal", **weekly)
    page = phone.context.new_page()
    page.goto(f"{phone.url}/journal/trends/")
    days = page.locator("[data-days-per-week]")
    expect(days).to_be_enabled()
    phone.run(
        "await j.records.saveRecord(null, 'goal', value[1], {id: value[0]})", [goal, {**weekly, "days_per_week": 5}]
    )

    days.select_option("2")

    wait_until(lambda: len(phone.rows()) == 2, 10)
    versions = {row["data"]["days_per_week"]: row["data"].get("conflict_of") for row in phone.rows()}
    assert versions == {5: None, 2: goal}


def test_another_check_in_after_a_change_is_a_new_one(new_phone: Callable[[], JournalPhone]) -> None:
    phone = new_phone()
    record = phone.save(note="first")
    page = phone.context.new_page()
    page.goto(f"{phone.url}/journal/new/#{record}")
    page.get_by_label("Note").fill("first, mended")
    page.get_by_role("button", name="Save", exact=True).click()

    page.get_by_role("button", name="Another check-in").click()
    page.get_by_text("More, if you like").click()
    page.get_by_label("Note").fill("second")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("heading", name="Saved on this device.")).to_be_visible()

    assert phone.notes() == ["first, mended", "second"]


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


def test_p6_what_is_brought_back_from_a_file_is_sent_by_itself(
    phone: JournalPhone, person: Person, tablet: JournalPhone, tmp_path: Path
) -> None:
    file = tmp_path / "backup.json"
    tablet.run("await j.records.saveRecord(null, 'check-in', {at: j.moment.moment(), note: 'from a file'})")
    file.write_text(tablet.run("return j.backup.makeBackup(null)"), encoding="utf-8")
    page = phone.page
    page.goto(f"{phone.url}/journal/backup/")
    expect(page.locator("[data-line]")).to_contain_text("in your account")

    page.get_by_label("Backup file").set_input_files(file)

    wait_until(lambda: person.notes == ["from a file"], 30)


def test_p3_file_read_twice_makes_one_copy(new_phone: Callable[[], JournalPhone]) -> None:
    phone = new_phone()
    record = phone.save(note="as in the file")
    text = phone.run("return j.backup.makeBackup(null)")
    phone.save(record_id=record, note="since then")

    told = [phone.run("return j.backup.restoreBackup(null, value)", text) for _ in range(2)]

    assert told == [
        {"added": 0, "same": 0, "both": 1, "unreadable": 0},
        {"added": 0, "same": 1, "both": 0, "unreadable": 0},
    ]
    assert phone.notes() == ["as in the file", "since then"]


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


def keep_sessions(phone: JournalPhone, count: int, moves: list[str], **feelings: dict[str, Any]) -> None:
    """Keep a session of the same routine on each of the last days, with what the player asks before and after."""
    told = {"outcome": "done"}
    steps = [{"move": {"slug": slug, "title": slug}, **told} for slug in moves]
    phone.run(
        f"""for (let n = value.count; n > 0; n -= 1) await j.records.saveRecord(null, "session", {{ at: {DAYS_AGO},
          routine: {{ slug: "morning", title: "Morning easing" }}, moves: value.steps, ...value.feelings }});""",
        {"count": count, "steps": steps, "feelings": feelings},
    )


def links_on(phone: JournalPhone) -> list[str]:
    """Return what the trends page says goes with what."""
    phone.page.goto("/journal/trends/")
    links = phone.page.locator("[data-link]")
    expect(links.first).to_be_visible()
    return [" ".join(text.replace("\N{MINUS SIGN}", "-").split()) for text in links.all_inner_texts()]


def test_session_of_several_stretches_says_nothing_of_the_single_ones(new_phone: Callable[[], JournalPhone]) -> None:
    phone = new_phone()
    keep_sessions(phone, 8, ["cat-cow", "bridge"], before={"back": 6}, after={"back": 3})

    words = "Goes with less pain in back or hips after. Pain in back or hips: -3 (range -3 to -3). Times: 8"
    assert links_on(phone) == [f"Morning easing {words}"]


def test_leg_is_compared_apart_from_the_back(new_phone: Callable[[], JournalPhone]) -> None:
    phone = new_phone()
    keep_sessions(phone, 7, ["cat-cow", "bridge"], after={"leg_change": "drawing-back"})
    keep_sessions(phone, 1, ["cat-cow", "bridge"], after={"leg_change": "further-down"})

    words = "Leg: drew back 7, the same 0, further down 1 (range drew back to further down). Times: 8"
    assert links_on(phone) == [f"Morning easing Leg: no difference that can be told. {words}"]


def test_leg_that_drew_back_each_time_is_said(new_phone: Callable[[], JournalPhone]) -> None:
    phone = new_phone()
    keep_sessions(phone, 8, ["cat-cow"], after={"leg_change": "drawing-back"})

    words = (
        "Goes with leg pain drawing back after. "
        "Leg: drew back 8, the same 0, further down 0 (range drew back to drew back). Times: 8"
    )
    assert links_on(phone) == [f"Morning easing {words}", f"cat-cow {words}"]


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
