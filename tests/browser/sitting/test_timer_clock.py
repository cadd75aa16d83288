"""The break timer shows the right time whatever happens to the page and to the clocks."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.sitting.held_clock import MORNING, freeze, hold_clock, live, set_clock, sleep


@pytest.fixture
def running(page: Page) -> Page:
    """Return the timer's page, ten minutes after it was started for thirty."""
    page.goto("/sitting/timer/")
    page.get_by_role("button", name="Start", exact=True).click()
    live(page, minutes=10)
    return page


def shows(page: Page, left: str) -> None:
    expect(page.locator("[data-clock]")).to_have_text(left)


def is_due(page: Page) -> None:
    expect(page.get_by_role("heading", name="Time to move")).to_be_visible()


def test_one_tap_starts_thirty_minutes(page: Page) -> None:
    page.goto("/sitting/timer/")
    page.get_by_role("button", name="Start", exact=True).click()

    shows(page, "30:00")
    expect(page.locator("[data-at]").first).to_have_text("09:30")


def test_time_passes(running: Page) -> None:
    shows(running, "20:00")


def test_break_is_due_to_the_second(running: Page) -> None:
    live(running, minutes=19, seconds=59)
    shows(running, "0:01")
    live(running, seconds=1)

    is_due(running)


def test_sleep_counts(running: Page) -> None:
    sleep(running, minutes=12)
    live(running, seconds=1)

    shows(running, "7:59")


def test_break_that_was_slept_through_is_due_on_waking(running: Page) -> None:
    sleep(running, hours=5)
    live(running, seconds=1)

    is_due(running)


def test_reload_goes_on(running: Page) -> None:
    running.reload()

    shows(running, "20:00")


def test_time_away_from_the_page_counts(running: Page) -> None:
    running.goto("/about/")
    sleep(running, minutes=8)
    running.goto("/sitting/timer/")

    shows(running, "12:00")


def test_another_time_zone_changes_only_the_words(browser: Browser, base_url: str) -> None:
    page = browser.new_page(base_url=base_url, service_workers="block", locale="en-GB")
    hold_clock(page, MORNING)
    zone = page.context.new_cdp_session(page)
    zone.send("Emulation.setTimezoneOverride", {"timezoneId": "Europe/London"})
    page.goto("/sitting/timer/")
    page.get_by_role("button", name="Start", exact=True).click()
    zone.send("Emulation.setTimezoneOverride", {"timezoneId": "Asia/Kathmandu"})
    live(page, minutes=10)

    shows(page, "20:00")
    expect(page.locator("[data-at]").first).to_have_text("15:15")
    page.close()


@pytest.mark.parametrize("hours", [-1, 24 * 400, -24 * 3])
def test_clock_that_is_set_does_not_matter(running: Page, hours: int) -> None:
    set_clock(running, hours=hours)

    shows(running, "19:59")


def test_clock_set_forward_is_told_and_can_be_counted(running: Page) -> None:
    set_clock(running, hours=25)
    expect(running.get_by_text("The timer did not count that time.")).to_be_visible()
    running.get_by_role("button", name="Count it").click()
    live(running, seconds=1)

    is_due(running)


def test_sleep_that_stopped_the_steady_clock_counts(running: Page) -> None:
    set_clock(running, minutes=15)

    shows(running, "4:59")
    expect(running.locator("[data-notes]")).to_contain_text("This device slept, or its clock was set forward.")


def test_break_is_due_after_sleep_that_stopped_the_steady_clock(running: Page) -> None:
    set_clock(running, hours=1)

    is_due(running)


def test_time_that_did_not_pass_can_be_taken_back(running: Page) -> None:
    set_clock(running, hours=1)
    is_due(running)
    running.get_by_role("button", name="Do not count it").click()

    shows(running, "19:59")
    expect(running.get_by_text("That time counts.").filter(visible=True)).to_have_count(0)


def test_time_taken_back_outlives_a_reload(running: Page) -> None:
    set_clock(running, minutes=15)
    running.get_by_role("button", name="Do not count it").click()
    running.reload()
    live(running, seconds=1)

    shows(running, "19:58")


def test_clock_set_back_is_told(running: Page) -> None:
    set_clock(running, hours=-1)

    expect(running.get_by_text("The clock of this device was set back.")).to_be_visible()


def test_clock_set_back_while_the_page_was_gone_adds_no_time(running: Page) -> None:
    live(running, seconds=20)
    running.goto("about:blank")
    set_clock(running, hours=-3)
    running.goto("/sitting/timer/")

    left = running.locator("[data-clock]").inner_text()
    assert "19:30" <= left <= "20:00"


def test_steady_clock_that_stood_still_in_a_frozen_page_was_sleep(running: Page) -> None:
    freeze(running)
    set_clock(running, minutes=15)

    shows(running, "4:59")


def test_pause_keeps_what_is_left(running: Page) -> None:
    running.get_by_role("button", name="Pause").click()
    sleep(running, hours=2)
    running.reload()
    running.get_by_role("button", name="Go on").click()
    live(running, seconds=1)

    shows(running, "19:59")
