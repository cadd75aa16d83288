"""Every state of timer, drive mode, sampler and trip plan: accessible, whole at 320 px, and there without a server."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.browser.phone import Phone
from tests.browser.sitting.held_clock import MORNING, doze, hold_clock, live, records
from tests.browser.walk import hindrances
from tests.browser.watch import Faults, wait_for_pack
from tests.server import Server

Opener = Callable[..., Page]


def press(page: Page, name: str) -> None:
    page.locator("[data-panels]").get_by_role("button", name=name).first.click()


def timer_error(page: Page) -> None:
    page.goto("/sitting/timer/")
    page.get_by_text("How it tells you").click()
    page.get_by_text("Does my calendar keep the alarms?").click()
    page.get_by_label("Minutes between breaks").fill("5")
    press(page, "Start")


def timer_running(page: Page) -> None:
    page.goto("/sitting/timer/")
    press(page, "Start")
    doze(page, minutes=16)


def timer_paused(page: Page) -> None:
    timer_running(page)
    press(page, "Pause")


def timer_due(page: Page) -> None:
    timer_running(page)
    doze(page, minutes=14)


def timer_break(page: Page) -> None:
    timer_due(page)
    press(page, "Figure-4 stretch")


def due_elsewhere(page: Page) -> None:
    timer_due(page)
    page.goto("/about/")
    expect(page.get_by_role("link", name="Pick a break")).to_be_visible()


def driving(page: Page) -> None:
    page.goto("/drive/")
    press(page, "I am parked. Start")
    doze(page, hours=2, seconds=1)


def stopped(page: Page) -> None:
    driving(page)
    press(page, "I’ve stopped")
    expect(page.get_by_text("This drive is noted")).to_be_visible()


def arrived(page: Page) -> None:
    stopped(page)
    press(page, "I have arrived")


def seat_done(page: Page) -> None:
    page.goto("/drive/seat/")
    for box in page.get_by_role("checkbox").all():
        box.check()


def trip_planned(page: Page) -> None:
    page.goto("/drive/trip/")
    page.get_by_label("You set off").fill("2026-10-24T08:00")
    page.get_by_label("Hours at the wheel").fill("7.5")
    page.get_by_role("button", name="Make the plan").click()


def trip_errors(page: Page) -> None:
    page.goto("/drive/trip/")
    page.get_by_role("button", name="Make the plan").click()


def sampler_before(page: Page) -> None:
    page.goto("/sitting/sampler/?position=raised-seat")
    expect(page.get_by_role("heading", name="Higher chair", level=2)).to_be_visible()


def sampler_sitting(page: Page) -> None:
    sampler_before(page)
    press(page, "I am sitting. Start")
    live(page, minutes=1)


def sampler_after(page: Page) -> None:
    sampler_sitting(page)
    press(page, "Stop now")


def sampler_saved(page: Page) -> None:
    sampler_after(page)
    page.get_by_label("Further down").check()
    page.get_by_label("Put it on my short list").check()
    press(page, "Note it")
    expect(page.locator("[data-shortlist]")).to_contain_text("Higher chair")


STATES = [
    timer_error, timer_running, timer_paused, timer_due, timer_break, due_elsewhere, driving, stopped, arrived,
    seat_done, trip_planned, trip_errors, sampler_before, sampler_sitting, sampler_after, sampler_saved,
]  # fmt: skip
every_state = pytest.mark.parametrize("show", STATES, ids=lambda show: show.__name__)


@pytest.fixture
def open_window(browser: Browser, base_url: str, faults: Faults) -> Iterator[Opener]:
    """Return a function that opens an empty page with a held clock, in a window of some size."""
    contexts = []

    def opener(width: int) -> Page:
        context = browser.new_context(
            viewport=ViewportSize(width=width, height=740),
            base_url=base_url,
            timezone_id="Europe/London",
            service_workers="block",
            bypass_csp=True,
            reduced_motion="reduce",
        )
        contexts.append(context)
        faults.watch(context)
        faults.allow("Service Worker registration blocked")
        page = context.new_page()
        hold_clock(page, MORNING)
        return page

    yield opener
    for context in contexts:
        context.close()


@every_state
def test_nothing_is_in_anybodys_way(open_window: Opener, show: Callable[[Page], None]) -> None:
    page = open_window(320)
    show(page)

    assert hindrances(page, then=page.clock.resume) == {}


def test_timer_and_drive_start_cold_without_a_server(own_site: Server, phone: Phone, faults: Faults) -> None:
    page = phone.open()
    page.goto(own_site.url)
    wait_for_pack(page)
    faults.allow_dead_network()
    own_site.kill()
    page = phone.restart()

    page.goto(f"{own_site.url}/sitting/timer/")
    press(page, "Start")
    press(page, "I already stood up")
    expect(page.locator("[data-today]")).to_have_text("1")
    page.goto(f"{own_site.url}/drive/")
    press(page, "I am parked. Start")
    press(page, "I’ve stopped")
    expect(page.get_by_text("This drive is noted")).to_be_visible()

    assert [len(records(page, kind)) for kind in ("break", "drive")] == [1, 1]
