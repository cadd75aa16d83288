"""Two versions of one record: both are shown, the person keeps one or both, and the choice syncs and can be undone."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.journal.phones import JournalPhone, disagree
from tests.browser.watch import Faults
from tests.journal.live import Person
from tests.server import wait_until


@pytest.fixture(autouse=True)
def without_a_worker(faults: Faults) -> None:
    """Accept that these browsers have none."""
    faults.allow("Service Worker registration blocked")


def make_copy(phone: JournalPhone, kind: str, first: dict[str, Any], mine: dict[str, Any]) -> tuple[str, str]:
    """Save a record and a copy of it, as after a conflict; return their ids."""
    record = phone.save(kind, **first)
    return record, phone.save(kind, **mine, conflict_of=record)


def compare(phone: JournalPhone, address: str = "/journal/") -> tuple[Page, Locator]:
    """Open the list, and the two versions from the notice above it."""
    page = phone.context.new_page()
    page.goto(phone.url + address)
    page.locator("[data-offer=copies]").get_by_role("button").click()
    dialog = page.get_by_role("dialog", name="Two versions of one record")
    expect(dialog).to_be_visible()
    return page, dialog


def lines(dialog: Locator, version: str) -> list[str]:
    """Return what stands in one version, without its first line, the time."""
    return [line.strip() for line in dialog.locator(f"[data-version={version}] li").all_inner_texts()][1:]


def test_p3_chosen_version_is_the_only_one_on_every_device(
    phone: JournalPhone, tablet: JournalPhone, person: Person
) -> None:
    disagree(phone, tablet)

    page, dialog = compare(phone)
    dialog.get_by_role("button", name="Keep this one").click()

    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    expect(page.locator("[data-record]")).to_have_count(1)
    phone.wait_for_sync()
    assert person.notes == ["from the phone"]
    tablet.sync()
    [row] = tablet.rows()
    assert (row["data"]["note"], "conflict_of" in row["data"]) == ("from the phone", False)
    expect(page.locator("[data-copy]:visible")).to_have_count(0)
    expect(page.locator("[data-offer=copies]")).to_be_empty()


def test_versions_stand_side_by_side_and_what_differs_is_marked(keeper: JournalPhone) -> None:
    make_copy(keeper, "check-in", {"back": 3, "leg": 2}, {"back": 6, "leg": 2, "note": "after the stairs"})

    _, dialog = compare(keeper)

    assert lines(dialog, "this") == ["Back 6 (only here)", "Leg 2", "Note: after the stairs (only here)"]
    assert lines(dialog, "other") == ["Back 3 (only here)", "Leg 2"]


@pytest.mark.parametrize(("width", "columns"), [(360, 1), (1000, 2)])
def test_versions_stand_below_each_other_on_a_phone(keeper: JournalPhone, width: int, columns: int) -> None:
    make_copy(keeper, "check-in", {"back": 3}, {"back": 6})
    page, dialog = compare(keeper)

    page.set_viewport_size({"width": width, "height": 740})

    boxes = [one.bounding_box() for one in dialog.locator("section").all()]
    assert len({round(box["x"]) for box in boxes if box}) == columns
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize(("button", "kept"), [("Keep this one", [6]), ("Keep the other", [3]), ("Keep both", [3, 6])])
def test_choice_leaves_what_was_chosen_and_undo_brings_both_back(
    keeper: JournalPhone, button: str, kept: list[int]
) -> None:
    record, copy = make_copy(keeper, "check-in", {"back": 3}, {"back": 6})
    before = {row["id"]: row["data"] for row in keeper.rows()}
    page, dialog = compare(keeper)

    dialog.get_by_role("button", name=button).click()

    undo = page.get_by_role("button", name="Undo")
    expect(undo).to_be_focused()
    rows = keeper.rows()
    assert sorted(row["data"]["back"] for row in rows) == kept
    assert [row["id"] for row in rows if "conflict_of" in row["data"]] == []
    undo.click()
    expect(page.get_by_text("It is back.")).to_be_visible()
    assert {row["id"]: row["data"] for row in keeper.rows()} == before
    assert set(before) == {record, copy}


def test_p3_version_that_was_not_shown_is_not_given_up(keeper: JournalPhone) -> None:
    record, _ = make_copy(keeper, "check-in", {"back": 3}, {"back": 6})
    _, dialog = compare(keeper)
    keeper.save(record_id=record, back=9)

    dialog.get_by_role("button", name="Keep this one").click()

    expect(dialog.get_by_text("It was changed again just now")).to_be_visible()
    assert lines(dialog, "other") == ["Back 9 (only here)"]
    assert sorted(row["data"]["back"] for row in keeper.rows()) == [6, 9]


@pytest.mark.parametrize("changed", ["kept", "given up"])
def test_p3_undo_leaves_what_another_device_changed_meanwhile(keeper: JournalPhone, changed: str) -> None:
    record, copy = make_copy(keeper, "check-in", {"back": 3}, {"back": 6})
    page, dialog = compare(keeper)
    dialog.get_by_role("button", name="Keep this one").click()
    undo = page.get_by_role("button", name="Undo")
    expect(undo).to_be_focused()
    keeper.save(record_id={"kept": copy, "given up": record}[changed], back=9)

    undo.click()

    expect(page.get_by_text("It is back.")).to_be_visible()
    assert sorted(row["data"]["back"] for row in keeper.rows()) == [3, 6, 9]


def test_copy_of_a_deleted_record_is_kept_or_deleted(keeper: JournalPhone) -> None:
    record, copy = make_copy(keeper, "check-in", {"back": 3}, {"back": 6})
    keeper.delete(record)
    _, dialog = compare(keeper)

    expect(dialog.get_by_text("It has been deleted.")).to_be_visible()
    expect(dialog.get_by_role("button", name="Keep both")).to_be_hidden()
    dialog.get_by_role("button", name="Keep this one").click()

    expect(dialog).to_be_hidden()
    [row] = keeper.rows()
    assert (row["id"], "conflict_of" in row["data"]) == (copy, False)


def test_p3_goals_and_measures_are_chosen_there_too(keeper: JournalPhone) -> None:
    make_copy(keeper, "goal", {"title": "Walk to the shop"}, {"title": "Walk to the sea"})
    page, dialog = compare(keeper)
    expect(dialog.locator("[data-version=this]")).to_have_text("Walk to the sea (only here)")
    expect(dialog.locator("[data-version=other]")).to_have_text("Walk to the shop (only here)")
    dialog.get_by_role("button", name="Keep the other").click()
    expect(page.locator("[data-offer=copies]")).to_be_empty()
    answers = [[{"code": "back", "text": "Pain in the back", "value": value}] for value in (3, 6)]
    make_copy(keeper, "measure", *({"instrument": "nprs", "version": "0-10", "items": items} for items in answers))

    _, dialog = compare(keeper)

    assert lines(dialog, "other")[-1] == "Pain in the back: 3 (only here)"
    assert sorted(row["data"].get("title", "") for row in keeper.rows()) == ["", "", "Walk to the shop"]


def test_p3_copy_of_the_weekly_goal_waits_to_be_chosen(keeper: JournalPhone) -> None:
    weekly = {"type": "sessions-per-week"}
    make_copy(keeper, "goal", {**weekly, "days_per_week": 3}, {**weekly, "days_per_week": 6})
    page = keeper.context.new_page()
    page.goto("/journal/trends/")
    expect(page.get_by_label("Days a week that you would like")).to_have_value("3")
    expect(page.get_by_text("A goal was changed in two places")).to_be_visible()

    page, dialog = compare(keeper)
    dialog.get_by_role("button", name="Keep this one").click()
    expect(page.get_by_role("button", name="Undo")).to_be_focused()

    page.goto("/journal/trends/")
    expect(page.get_by_label("Days a week that you would like")).to_have_value("6")
    expect(page.get_by_text("A goal was changed in two places")).to_be_hidden()


def test_choice_is_made_without_a_network_and_sent_later(phone: JournalPhone, person: Person) -> None:
    make_copy(phone, "check-in", {"note": "one"}, {"note": "two"})
    phone.wait_for_sync()
    page, dialog = compare(phone)
    phone.context.set_offline(True)

    dialog.get_by_role("button", name="Keep this one").click()
    expect(page.locator("[data-record]")).to_have_count(1)
    assert person.notes == ["one", "two"]

    phone.context.set_offline(False)
    wait_until(lambda: person.notes == ["two"], 60)
