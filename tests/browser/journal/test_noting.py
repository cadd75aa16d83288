"""What surrounds a record: few taps, advice before the first, where each one is, drafts, measures, the report."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.journal.phones import JournalPhone
from tests.browser.until import until
from tests.browser.watch import Faults
from tests.faults import proxy
from tests.link import Link
from tests.server import wait_until

MOST_TAPS = 6
COUNTS_ASKING = """
  globalThis.asked = 0;
  navigator.storage.persisted = async () => false;
  navigator.storage.persist = async () => Boolean(globalThis.asked += 1);"""


@pytest.fixture(autouse=True)
def without_a_worker(faults: Faults) -> None:
    """Accept that these browsers have none."""
    faults.allow("Service Worker registration blocked")


def save_check_in(page: Page) -> None:
    """Answer one question and save."""
    page.locator("[for=back-4]").click()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("heading", name="Saved on this device.")).to_be_visible()


def draft_of(phone: JournalPhone, form: str) -> dict[str, str]:
    """Return what is kept of a form that was not saved."""
    draft: dict[str, Any] | None = phone.run("return j.drafts.readDraft(j.pointer.currentAccount(), value)", form)
    return draft["fields"] if draft else {}


def test_check_in_takes_six_taps_from_the_first_page(keeper: JournalPhone) -> None:
    page = keeper.page
    page.goto("/")
    taps = [
        page.locator("main").get_by_role("link", name="How is it now?"),
        *(page.locator(f"[for={name}]") for name in ("back-4", "leg-3", "reach-calf", "side-left")),
        page.get_by_role("button", name="Save", exact=True),
    ]

    for tap in taps:
        tap.click()

    expect(page.get_by_role("heading", name="Saved on this device.")).to_be_visible()
    keeper.reopen()
    [row] = keeper.rows()
    told = {key: row["data"][key] for key in ("back", "leg", "reach", "side")}
    assert told == {"back": 4, "leg": 3, "reach": "calf", "side": "left"}
    assert len(taps) == MOST_TAPS


def test_browser_is_asked_to_keep_the_storage_once_there_is_a_record(keeper: JournalPhone) -> None:
    page = keeper.context.new_page()
    page.add_init_script(COUNTS_ASKING)
    page.goto("/journal/new/")
    expect(page.locator("[data-check-in]")).to_be_visible()
    assert page.evaluate("asked") == 0

    save_check_in(page)

    until(page, "asked === 1")


def test_home_screen_is_advised_once_before_the_first_record(keeper: JournalPhone) -> None:
    page = keeper.page
    page.goto("/journal/new/")
    advice = page.get_by_text("Put hipcare on your home screen.")
    expect(advice).to_be_visible()

    page.reload(wait_until="networkidle")

    expect(page.locator("[data-check-in]")).to_be_visible()
    expect(advice).to_have_count(0)


def test_home_screen_is_not_advised_to_somebody_with_records(keeper: JournalPhone) -> None:
    keeper.save(note="first")
    page = keeper.page
    page.goto("/journal/new/", wait_until="networkidle")

    expect(page.get_by_text("Put hipcare on your home screen.")).to_have_count(0)


def test_no_to_the_home_screen_is_taken_everywhere(keeper: JournalPhone) -> None:
    page = keeper.page
    page.goto("/journal/new/")
    page.get_by_role("button", name="No, thank you").click()
    expect(page.get_by_text("Put hipcare on your home screen.")).to_have_count(0)

    page.goto("/journal/")

    expect(page.get_by_text("Nothing here yet")).to_be_visible()
    expect(page.get_by_text("Put hipcare on your home screen.")).to_have_count(0)


def test_backup_is_reminded_of_until_it_is_switched_off(keeper: JournalPhone) -> None:
    for number in range(5):
        keeper.save(note=str(number))
    page = keeper.page
    page.goto("/journal/")
    expect(page.get_by_text("A copy for a rainy day?")).to_be_visible()

    page.get_by_role("button", name="Do not remind me").click()

    expect(page.get_by_text("No more reminders.")).to_be_visible()
    page.reload()
    expect(page.locator("[data-record]")).to_have_count(5)
    expect(page.get_by_text("A copy for a rainy day?")).to_have_count(0)
    page.goto("/journal/backup/")
    expect(page.get_by_label("Remind me every two weeks")).not_to_be_checked()


def test_each_record_says_where_it_is(phone: JournalPhone, journal_link: Link) -> None:
    page = phone.context.new_page()
    page.goto(f"{phone.url}/journal/")
    journal_link.down()
    phone.save(note="one")
    state = page.locator("[data-record] [data-state]")
    expect(state).to_have_text("On this device, not sent yet")

    journal_link.up()

    expect(state).to_have_text("Sent: also in your account", timeout=60_000)
    year = page.evaluate("String(new Date().getFullYear())")
    expect(page.locator("[data-line]")).to_contain_text("Last checked:")
    expect(page.locator("[data-synced]")).to_contain_text(year)


def test_record_on_its_way_says_so(phone: JournalPhone, journal_link: Link) -> None:
    page = phone.context.new_page()
    page.goto(f"{phone.url}/journal/")
    journal_link.rule = proxy.syncs(proxy.stall_changes)

    phone.save(note="one")

    wait_until(lambda: bool(phone.entries()[0]["sent"]), 20)
    page.reload()
    expect(page.locator("[data-record] [data-state]")).to_have_text("Being sent")


def test_p9_refused_record_says_why(phone: JournalPhone) -> None:
    page = phone.context.new_page()
    page.goto(f"{phone.url}/journal/")

    phone.save(note="poison", back=11)

    state = page.locator("[data-record] [data-state]")
    expect(state).to_contain_text("Not accepted by the server. It stays here.", timeout=30_000)
    expect(state.locator("[data-why]")).to_have_text("Back or hips: The number is outside of what can be kept.")


def test_words_of_a_note_come_back_into_its_dialog(keeper: JournalPhone) -> None:
    drive = keeper.save("drive", seconds=600)
    page = keeper.context.new_page()
    page.goto("/journal/")
    page.get_by_role("button", name="Edit note").click()
    page.get_by_label("Your words to this record").fill("Stopped twice")
    page.get_by_label("Your words to this record").blur()
    wait_until(lambda: draft_of(keeper, f"note:{drive}") == {"note": "Stopped twice"}, 10)
    page.reload()

    page.get_by_role("button", name="Edit note").click()

    expect(page.get_by_label("Your words to this record")).to_have_value("Stopped twice")
    expect(page.get_by_text("What you were writing is back.")).to_be_visible()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("[data-note]").first).to_have_text("Stopped twice")


def test_goal_that_was_being_written_comes_back(keeper: JournalPhone) -> None:
    page = keeper.context.new_page()
    page.goto("/journal/trends/")
    goal = page.get_by_label("A goal in your own words")
    goal.fill("Walk to the sea")
    goal.blur()
    wait_until(lambda: draft_of(keeper, "goal") == {"goal": "Walk to the sea"}, 10)
    page.reload()

    expect(goal).to_have_value("Walk to the sea")
    page.get_by_role("button", name="Add the goal").click()
    expect(page.locator("[data-goal]")).to_contain_text("Walk to the sea")
    page.reload()
    expect(page.locator("[data-goal]")).to_contain_text("Walk to the sea")
    expect(goal).to_have_value("")


def test_offer_of_a_draft_names_its_day_where_that_is_not_today(keeper: JournalPhone) -> None:
    page = keeper.page
    place = keeper.place_of("journal-pages/days")
    code = """async ([[file, name], ago]) => {
      const now = new Date(2026, 10, 21, 14, 5).getTime();
      return (await import(file))[name].writtenAt(now - ago * 86400000, now);
    }"""
    page.evaluate("document.documentElement.lang = 'en'")

    assert [page.evaluate(code, [place, ago]) for ago in (0, 1)] == ["14:05", "Fri 20 Nov, 14:05"]


def measures(phone: JournalPhone, instrument: str) -> Page:
    """Open a measure."""
    page = phone.page
    page.goto(f"/journal/measures/#{instrument}")
    expect(page.locator(f"[data-measure={instrument}]")).to_be_visible()
    return page


def test_peg_asks_word_by_word_and_keeps_its_score(keeper: JournalPhone) -> None:
    page = measures(keeper, "peg")
    form = page.locator("[data-measure=peg]")
    asked = [" ".join(text.split()) for text in form.locator("legend").all_inner_texts()]
    for code, number in (("average", 6), ("enjoyment", 4), ("activity", 3)):
        form.locator(f"[for=peg-{code}-{number}]").click()
    form.get_by_role("button", name="Save").click()

    expect(page.locator("[data-done]")).to_contain_text("Score: 4.33")
    keeper.reopen()
    [row] = keeper.rows()
    data = row["data"]
    assert (data["instrument"], data["version"], data["score"]) == ("peg", "2009", 4.33)
    assert [(item["text"], item["value"]) for item in data["items"]] == [
        ("What number best describes your pain on average in the past week?", 6),
        (
            "What number best describes how, during the past week, pain has interfered with your enjoyment of life?",
            4,
        ),
        (
            "What number best describes how, during the past week, pain has interfered with your general activity?",
            3,
        ),
    ]
    assert asked == [item["text"] for item in data["items"]]


@pytest.mark.parametrize(("step", "advised"), [("Minimally improved", 0), ("No change", 1), ("Very much worse", 1)])
def test_change_has_seven_steps_and_no_better_leads_to_a_visit(keeper: JournalPhone, step: str, advised: int) -> None:
    page = measures(keeper, "global-change")
    form = page.locator("[data-measure=global-change]")
    steps = [
        "Very much improved", "Much improved", "Minimally improved", "No change",
        "Minimally worse", "Much worse", "Very much worse",
    ]  # fmt: skip
    assert [label.strip() for label in form.locator("label").all_inner_texts()] == steps
    form.get_by_label(step, exact=True).check()
    form.get_by_role("button", name="Save").click()

    expect(page.get_by_text("Saved on this device.")).to_be_visible()
    expect(page.get_by_role("link", name="When to see someone")).to_have_count(advised)
    keeper.reopen()
    [row] = keeper.rows()
    assert [row["data"]["items"][0][key] for key in ("text", "value", "answer")] == [
        "Compared with four weeks ago, my overall status is:", steps.index(step) + 1, step,
    ]  # fmt: skip


def test_report_is_made_without_a_network_and_shows_only_what_is_ticked(keeper: JournalPhone) -> None:
    keeper.save(note="not for the doctor", back=4, leg=2, reach="calf")
    keeper.save("goal", title="Walk to the sea")
    page = keeper.page
    page.goto("/journal/report/")
    report = page.locator("[data-report]")
    expect(report).to_contain_text("Walk to the sea")
    keeper.context.set_offline(True)

    page.get_by_label("Goals").uncheck()
    page.get_by_label("How far down the leg").uncheck()
    page.get_by_label("3 months", exact=True).check()

    shown: dict[str, Any] = {
        name: report.locator(f"[data-part={name}]").is_visible()
        for name in ("pain", "leg", "measures", "activity", "links", "goals", "notes")
    }
    assert [name for name, is_shown in shown.items() if not is_shown] == ["leg", "goals", "notes"]
    expect(report.locator("[data-chart=back] [data-summary]")).to_contain_text("middle value 4")
    expect(report).not_to_contain_text("not for the doctor", use_inner_text=True)
