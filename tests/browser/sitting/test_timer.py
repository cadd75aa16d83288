"""The break timer: cues, breaks, what is kept, and what is never said."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.sitting.held_clock import live, records, sleep
from tests.browser.watch import Faults


def start(page: Page, minutes: int = 30) -> None:
    page.goto("/sitting/timer/")
    page.get_by_label("Minutes between breaks").fill(str(minutes))
    page.get_by_role("button", name="Start", exact=True).click()


def breaks_today(page: Page, count: int) -> None:
    expect(page.locator("[data-today]")).to_have_text(str(count))


def press(page: Page, name: str) -> None:
    page.locator("[data-panels]").get_by_role("button", name=name).click()


@pytest.mark.parametrize("minutes", ["9", "121", "", "12.5"])
def test_minutes_out_of_range_get_a_message_and_start_nothing(page: Page, minutes: str) -> None:
    page.goto("/sitting/timer/")
    field = page.get_by_label("Minutes between breaks")
    field.fill(minutes)
    press(page, "Start")

    expect(field).to_have_accessible_description(re.compile("Enter a whole number from 10 to 120"))
    expect(field).to_be_focused()
    expect(field).to_have_value(minutes)
    expect(page.locator("[data-clock]")).to_be_hidden()


def test_chosen_minutes_are_offered_next_time(page: Page) -> None:
    start(page, 45)
    press(page, "Stop the timer")
    page.reload()

    expect(page.get_by_label("Minutes between breaks")).to_have_value("45")


def test_steps_stay_within_the_range(page: Page) -> None:
    page.goto("/sitting/timer/")
    field = page.get_by_label("Minutes between breaks")
    field.fill("118")
    press(page, "5 minutes more")

    expect(field).to_have_value("120")


def test_word_comes_half_way_and_before_the_break(page: Page) -> None:
    start(page)
    live(page, minutes=15, seconds=1)
    expect(page.locator("[data-notes]")).to_contain_text("Change how you sit")
    live(page, minutes=13)

    expect(page.locator("[data-notes]")).to_contain_text("Your break is soon")


def test_title_tells_what_is_left_and_what_is_due(page: Page) -> None:
    start(page)
    live(page, minutes=12)
    expect(page).to_have_title("18 min · Break timer")
    live(page, minutes=18)

    expect(page).to_have_title("Time to move · Break timer")


def test_due_break_is_read_out_at_once(page: Page) -> None:
    start(page)
    live(page, minutes=30, seconds=1)

    expect(page.locator("#announce-now")).to_have_text("Time to move. Pick a break, or take it later.")


def test_three_moves_of_the_desk_break_are_offered(page: Page) -> None:
    start(page)
    live(page, minutes=30)

    slugs = [pick.get_attribute("data-pick") for pick in page.locator("[data-pick]").all()]
    assert slugs == ["walking-break", "standing-hip-flexor-stretch", "figure-4-stretch"]


def test_break_lands_in_the_journal(page: Page) -> None:
    start(page)
    live(page, minutes=31)
    page.get_by_role("button", name="Short walk").click()
    live(page, seconds=90)
    press(page, "I’m back")
    breaks_today(page, 1)

    [kept] = records(page, "break")
    assert kept["move"]["slug"] == "walking-break"
    assert (kept["outcome"], kept["reason"], kept["seconds"]) == ("taken", "timer", 90)
    assert (kept["at"]["utc"], kept["ended"]["utc"]) == ("2026-11-23T09:31:00.000Z", "2026-11-23T09:32:30.000Z")
    assert (kept["at"]["zone"], kept["at"]["offset"]) == ("Europe/London", 0)


def test_after_a_break_the_timer_starts_again(page: Page) -> None:
    start(page)
    live(page, minutes=31)
    page.get_by_role("button", name="Short walk").click()
    press(page, "I’m back")

    expect(page.locator("[data-clock]")).to_have_text("30:00")


def test_standing_up_before_is_a_break_too(page: Page) -> None:
    start(page)
    live(page, minutes=7)
    press(page, "I already stood up")
    breaks_today(page, 1)

    [kept] = records(page, "break")
    assert (kept["reason"], kept["outcome"]) == ("already-up", "taken")
    expect(page.locator("[data-clock]")).to_have_text("30:00")


def test_snooze_has_no_limit(page: Page) -> None:
    start(page)
    live(page, minutes=30)
    for _ in range(6):
        press(page, "5 more minutes")
        live(page, minutes=4, seconds=59)
        expect(page.get_by_role("heading", name="Time to move")).to_be_hidden()
        live(page, seconds=1)

    expect(page.get_by_role("heading", name="Time to move")).to_be_visible()


def test_missed_break_is_neither_noted_nor_held_against_anybody(page: Page) -> None:
    start(page)
    sleep(page, hours=6)
    live(page, seconds=2)

    assert records(page, "break") == []
    said = page.locator("main").inner_text().lower()
    assert [word for word in ("missed", "late", "should have", "overdue", "too long") if word in said.split()] == []


def test_counts_are_of_today_and_of_this_week(page: Page) -> None:
    start(page)
    press(page, "I already stood up")
    breaks_today(page, 1)
    sleep(page, hours=24)
    page.reload()

    breaks_today(page, 0)
    expect(page.locator("[data-week]")).to_have_text("1")


def test_focus_follows_the_panel(page: Page) -> None:
    start(page)

    expect(page.get_by_role("heading", name="Until your break")).to_be_focused()


def test_whole_timer_by_keyboard(page: Page) -> None:
    page.goto("/sitting/timer/")
    page.get_by_label("Minutes between breaks").focus()
    page.keyboard.press("Enter")
    live(page, minutes=30, seconds=1)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Your break")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    breaks_today(page, 1)


def test_two_tabs_show_one_timer(page: Page) -> None:
    start(page)
    live(page, minutes=10)
    other = page.context.new_page()
    other.goto("/sitting/timer/")
    other.get_by_role("button", name="Pause").click()

    expect(page.get_by_role("heading", name="Paused")).to_be_visible()


def test_device_that_keeps_nothing_still_has_a_timer(page: Page) -> None:
    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); };")
    start(page)
    live(page, minutes=5)

    expect(page.locator("[data-clock]")).to_have_text("25:00")


def test_due_break_reaches_other_pages(page: Page) -> None:
    start(page)
    page.goto("/about/", wait_until="networkidle")  # the words of the cue are there
    expect(page.locator("[data-timer-due]")).to_have_count(0)
    live(page, minutes=30, seconds=1)
    expect(page.get_by_role("link", name="Pick a break")).to_have_attribute("href", "/sitting/timer/")
    page.get_by_role("button", name="5 more minutes").click()

    expect(page.locator("[data-timer-due]")).to_have_count(0)


@pytest.mark.parametrize(("started", "shown"), [("", "/es"), ("/es", "")], ids=["English timer", "Spanish timer"])
def test_due_break_speaks_the_language_of_the_page(page: Page, started: str, shown: str) -> None:
    page.goto(f"{started}/sitting/timer/")
    page.locator("[data-start] [type=submit]").click()
    page.goto(f"{shown}/about/", wait_until="networkidle")
    live(page, minutes=30, seconds=1)

    message = page.locator("[data-timer-due]")
    expect(message).to_have_attribute("lang", shown[1:] or "en")
    expect(message.get_by_role("link")).to_have_attribute("href", f"{shown}/sitting/timer/")


def test_words_in_another_language_are_marked(page: Page, faults: Faults) -> None:
    faults.allow("Failed to load resource")
    start(page)
    page.route("**/es/sitting/timer/", lambda route: route.fulfill(status=404))
    page.goto("/es/about/", wait_until="networkidle")
    live(page, minutes=30, seconds=1)

    expect(page.locator("[data-timer-due]")).to_have_attribute("lang", "en")
