"""Drive mode: set before, nothing to touch on the way, a note and a routine at the stop."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.sitting.held_clock import doze, freeze, live, records, set_clock, sleep
from tests.server import wait_until

_SPOKEN = """
window.spoken = [];
speechSynthesis.getVoices = () => [{ localService: true, lang: "en-GB", default: true }];
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
speechSynthesis.speak = (said) => { window.spoken.push(said.text); };
"""


@pytest.fixture
def driving(page: Page) -> Page:
    """Return drive mode an hour after it was started with the usual two hours."""
    page.goto("/drive/")
    press(page, "I am parked. Start")
    doze(page, hours=1)
    return page


def press(page: Page, name: str) -> None:
    page.locator("[data-panels]").get_by_role("button", name=name).click()


def shows(page: Page, left: str) -> None:
    expect(page.locator("[data-clock]")).to_have_text(left)


def kept_drives(page: Page, count: int) -> list[dict[str, object]]:
    expect(page.get_by_text("This drive is noted")).to_be_visible()
    drives = records(page, "drive")
    assert len(drives) == count
    return drives


def test_cue_comes_after_two_hours(driving: Page) -> None:
    shows(driving, "1:00:00")
    live(driving, hours=1, seconds=1)

    expect(driving.get_by_role("heading", name="Time for a stop")).to_be_visible()
    expect(driving.locator("#announce-now")).to_have_text("Time for a stop. Pull in where it is safe.")


def test_cue_comes_again_by_itself(page: Page) -> None:
    page.add_init_script(_SPOKEN)
    page.goto("/drive/")
    press(page, "I am parked. Start")
    doze(page, hours=2, seconds=1)
    doze(page, minutes=15)

    assert page.evaluate("window.spoken") == [
        "Drive mode is on. Stop at 11:00",
        *["Time for a stop. Pull in where it is safe."] * 2,
    ]


def test_another_gap_can_be_chosen_and_is_kept(page: Page) -> None:
    page.goto("/drive/")
    page.get_by_label("1 hour and a half").check()
    press(page, "I am parked. Start")
    shows(page, "1:30:00")
    press(page, "Switch off without a note")
    page.reload()

    expect(page.get_by_label("1 hour and a half")).to_be_checked()


def test_stop_is_noted_and_leads_to_the_routine(driving: Page) -> None:
    live(driving, minutes=5)
    press(driving, "I’ve stopped")
    [drive] = kept_drives(driving, 1)

    assert (drive["seconds"], drive["stops"]) == (3900, 1)
    assert drive["at"]["utc"] == "2026-11-23T09:00:00.000Z"  # type: ignore[index]
    link = driving.get_by_role("link", name="Start the rest-stop break")
    expect(link).to_have_attribute("href", "/routines/rest-stop-break/play/#start")
    link.click()
    expect(driving.locator('[data-screen="running"]')).to_be_visible()


def test_routine_can_be_looked_at_first(driving: Page) -> None:
    press(driving, "I’ve stopped")
    driving.get_by_role("link", name="Look at it first").click()

    expect(driving.locator('[data-screen="before"]')).to_be_visible()


def test_side_is_added_to_the_same_note(driving: Page) -> None:
    press(driving, "I’ve stopped")
    kept_drives(driving, 1)
    driving.get_by_label("Right", exact=True).check()
    expect(driving.get_by_text("The side is noted too.")).to_be_visible()

    [drive] = records(driving, "drive")
    assert (drive["side"], drive["seconds"]) == ("right", 3600)


def test_each_part_of_a_trip_has_its_note(driving: Page) -> None:
    press(driving, "I’ve stopped")
    kept_drives(driving, 1)
    live(driving, minutes=20)
    press(driving, "I am driving on")
    shows(driving, "2:00:00")
    live(driving, minutes=30)
    press(driving, "I’ve stopped")

    expect(driving.get_by_text("At the wheel: 30:00")).to_be_visible()
    assert [(one["seconds"], one["stops"]) for one in kept_drives(driving, 2)] == [(3600, 1), (1800, 2)]


def test_arrival_leads_to_moving_first(driving: Page) -> None:
    press(driving, "I’ve stopped")
    press(driving, "I have arrived")

    expect(driving.get_by_role("link", name="Arrived: move first")).to_have_attribute(
        "href", "/routines/arrival-reset/play/"
    )


def test_switched_off_drive_leaves_no_note(driving: Page) -> None:
    press(driving, "Switch off without a note")

    assert records(driving, "drive") == []


def test_sleep_and_reload_go_on(driving: Page) -> None:
    sleep(driving, minutes=20)
    driving.reload()

    shows(driving, "40:00")


def test_drive_that_was_slept_through_gives_one_cue(page: Page) -> None:
    page.add_init_script(_SPOKEN)
    page.goto("/drive/")
    press(page, "I am parked. Start")
    sleep(page, hours=4)
    live(page, seconds=2)

    assert page.evaluate("window.spoken.length") == 2


@pytest.mark.parametrize("hours", [24 * 30, -3])
def test_clock_that_is_set_does_not_matter(driving: Page, hours: int) -> None:
    set_clock(driving, hours=hours)

    shows(driving, "59:59")


def test_sleep_that_stopped_the_steady_clock_counts(driving: Page) -> None:
    set_clock(driving, hours=3)

    expect(driving.get_by_role("heading", name="Time for a stop")).to_be_visible()
    expect(driving.get_by_text("This device slept, or its clock was set forward.").first).to_be_visible()


def test_time_that_did_not_pass_can_be_taken_back_at_the_stop(driving: Page) -> None:
    set_clock(driving, hours=3)
    press(driving, "I’ve stopped")
    kept_drives(driving, 1)
    press(driving, "Do not count it")
    expect(driving.get_by_text("At the wheel: 1:00:01")).to_be_visible()

    wait_until(lambda: [drive["seconds"] for drive in records(driving, "drive")] == [3601], 20)


def test_drive_of_a_frozen_page_goes_on(driving: Page) -> None:
    freeze(driving)
    set_clock(driving, minutes=40)

    shows(driving, "19:59")
    expect(driving.get_by_text("This device slept").filter(visible=True)).to_have_count(0)


def test_cue_comes_on_another_page_too(page: Page) -> None:
    page.add_init_script(_SPOKEN)
    page.goto("/drive/")
    press(page, "I am parked. Start")
    page.goto("/about/")
    expect(page.get_by_text("Drive mode is on. Stop at 11:00")).to_be_visible()
    doze(page, hours=2, seconds=1)

    expect(page.locator(".toast")).to_contain_text("Time for a stop. Pull in where it is safe.")
    expect(page.locator("#announce-now")).to_have_text("Time for a stop. Pull in where it is safe.")
    assert page.evaluate("window.spoken") == ["Time for a stop. Pull in where it is safe."]


def test_other_pages_say_nothing_of_a_drive_that_stands(driving: Page) -> None:
    press(driving, "I’ve stopped")
    kept_drives(driving, 1)
    driving.goto("/about/")
    doze(driving, hours=3)

    expect(driving.locator(".toast")).to_have_count(0)


def test_break_timer_waits_until_the_drive_is_over(page: Page) -> None:
    page.goto("/sitting/timer/")
    page.get_by_role("button", name="Start", exact=True).click()
    page.goto("/drive/")
    press(page, "I am parked. Start")
    live(page, minutes=45)
    expect(page.get_by_role("link", name="Pick a break")).to_have_count(0)
    press(page, "I’ve stopped")
    live(page, seconds=1)

    expect(page.get_by_role("link", name="Pick a break")).to_be_visible()


def test_nothing_leads_away_while_driving(driving: Page) -> None:
    expect(driving.get_by_role("link", name="Plan a trip")).to_be_hidden()
    press(driving, "I’ve stopped")

    expect(driving.get_by_role("link", name="Plan a trip")).to_be_visible()


def test_screen_stays_on_while_driving_only(page: Page) -> None:
    page.add_init_script(
        "window.locks = []; navigator.wakeLock.request = async () => { window.locks.push('on');"
        " return { released: false, release: async () => { window.locks.push('off'); } }; };"
    )
    page.goto("/drive/")
    press(page, "I am parked. Start")
    live(page, minutes=1)
    press(page, "I’ve stopped")

    assert page.evaluate("window.locks") == ["on", "off"]


def test_law_and_phone_are_named(page: Page) -> None:
    page.goto("/drive/")

    expect(page.get_by_text("Never use the phone while driving.")).to_be_visible()
    expect(page.get_by_text("It does not stand in for the law.")).to_be_visible()


def test_whole_drive_by_keyboard(page: Page) -> None:
    page.goto("/drive/")
    page.get_by_role("button", name="I am parked. Start").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Drive mode is on")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", name="You have stopped")).to_be_focused()
    kept_drives(page, 1)


def test_seat_list_counts_ticks_and_forgets_them(page: Page) -> None:
    page.goto("/drive/seat/")
    for box in page.get_by_role("checkbox").all():
        box.check()
    expect(page.get_by_text("9 of 9 ticked")).to_be_visible()
    expect(page.get_by_text("All set. Put the phone in its holder now.")).to_be_visible()
    page.reload()

    expect(page.get_by_text("0 of 9 ticked")).to_be_visible()


def test_seat_list_is_for_parked_cars(driving: Page) -> None:
    driving.goto("/drive/seat/")

    expect(driving.get_by_text("Parked only")).to_be_visible()
    expect(driving.get_by_text("Drive mode is on. Stop and park first.")).to_be_visible()
