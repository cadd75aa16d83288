"""The trip plan: worked out, kept, printed and handed to a calendar on the device."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar
from playwright.sync_api import Page, expect

from tests.browser.sitting.conftest import Call

MINUTE = 60_000
_PLAN = """async (wish) => {
  const { planTrip } = await import("/static/js/sitting/trip-plan.js");
  const steps = planTrip(wish, (at) => new Date(at).getUTCHours() + new Date(at).getUTCMinutes() / 60);
  return steps.map(({ kind, at, driven }) => [kind, (at - wish.start) / 60000, driven]);
}"""


@pytest.fixture
def planned(page: Page) -> Page:
    """Return a plan for the Saturday before the clocks go back: seven and a half hours from eight."""
    page.goto("/drive/trip/")
    page.get_by_label("You set off").fill("2026-10-24T08:00")
    page.get_by_label("Hours at the wheel").fill("7.5")
    page.get_by_label("A long stop at lunch, with a mat").check()
    page.get_by_label("Shoes that you can walk in").check()
    page.get_by_role("button", name="Make the plan").click()
    return page


def steps_of(page: Page) -> list[str]:
    return [
        f"{step.locator('time').inner_text()} {step.locator('strong').inner_text()}"
        for step in page.locator("[data-steps] > li").all()
    ]


PLAN = ["07:50 Before you set off", "10:00 Stop", "12:15 Lunch stop", "15:00 Stop", "16:45 You arrive", "17:45 Later"]


def test_plan_names_every_stop(planned: Page) -> None:
    expect(planned.get_by_role("heading", name="Your plan")).to_be_focused()

    assert steps_of(planned) == PLAN


def test_plan_is_kept_on_the_device(planned: Page) -> None:
    planned.reload()

    expect(planned.get_by_label("Shoes that you can walk in")).to_be_checked()
    assert steps_of(planned) == PLAN


def test_plan_can_be_forgotten(planned: Page) -> None:
    planned.get_by_role("button", name="Forget this plan").click()
    planned.reload()

    expect(planned.get_by_label("Hours at the wheel")).to_have_value("")
    expect(planned.get_by_role("heading", name="Your plan")).to_be_hidden()


def test_calendar_file_has_times_zone_and_alarms(planned: Page) -> None:
    with planned.expect_download() as download:
        planned.get_by_role("button", name="Calendar file with alarms").click()
    events: list[Any] = list(Calendar.from_ical(download.value.path().read_bytes()).walk("VEVENT"))

    london = ZoneInfo("Europe/London")
    assert [event["DTSTART"].dt.astimezone(london).strftime("%H:%M") for event in events] == [step[:5] for step in PLAN]
    assert {event["DTSTART"].params["TZID"] for event in events} == {"Europe/London"}
    assert [alarm["TRIGGER"].dt for event in events for alarm in event.walk("VALARM")] == [timedelta(0)] * 6


def test_print_shows_plan_and_packing_without_the_form(planned: Page) -> None:
    planned.emulate_media(media="print")

    expect(planned.get_by_text("16:45")).to_be_visible()
    expect(planned.get_by_text("Shoes that you can walk in")).to_be_visible()
    expect(planned.get_by_label("Hours at the wheel")).to_be_hidden()
    expect(planned.get_by_role("button", name="Print")).to_be_hidden()


@pytest.mark.parametrize("hours", ["", "0.25", "25", "-1"])
def test_hours_out_of_range_get_a_message(page: Page, hours: str) -> None:
    page.goto("/drive/trip/")
    page.get_by_label("You set off").fill("2026-10-24T08:00")
    page.get_by_label("Hours at the wheel").fill(hours)
    page.get_by_role("button", name="Make the plan").click()

    expect(page.get_by_text("Enter a number from 0.5 to 24, such as 4.5.")).to_be_visible()
    expect(page.get_by_role("heading", name="Your plan")).to_be_hidden()


def test_first_wrong_field_gets_the_focus(page: Page) -> None:
    page.goto("/drive/trip/")
    page.get_by_role("button", name="Make the plan").click()

    expect(page.get_by_label("You set off")).to_be_focused()
    expect(page.get_by_text("Enter a number from 0.5 to 24, such as 4.5.")).to_be_visible()


@pytest.mark.parametrize(
    ("minutes", "every", "picnic", "stops"),
    [
        (120, 120, False, []),
        (121, 120, False, [["stop", 120, 120]]),
        (240, 60, False, [["stop", 60, 60], ["stop", 135, 120], ["stop", 210, 180]]),
        (300, 120, True, [["stop", 120, 120], ["lunch", 255, 240]]),
    ],
    ids=["no stop at the end", "a stop before the last minute", "rests count", "lunch at midday"],
)
def test_stops_stand_where_they_should(
    page: Page, minutes: int, every: int, picnic: bool, stops: list[list[object]]
) -> None:
    start = datetime(2026, 6, 1, 8, tzinfo=ZoneInfo("UTC")).timestamp() * 1000
    page.goto("/about/")
    steps = page.evaluate(_PLAN, {"start": start, "minutes": minutes, "every": every, "rest": 15, "picnic": picnic})

    assert [step for step in steps if step[0] in {"stop", "lunch"}] == stops


@pytest.mark.parametrize(
    ("local", "zone", "moment"),
    [
        ("2026-03-29T01:30", "Europe/London", "2026-03-29T01:30:00+00:00"),
        ("2026-10-25T01:30", "Europe/London", "2026-10-25T00:30:00+00:00"),
        ("2026-07-01T09:00", "America/New_York", "2026-07-01T13:00:00+00:00"),
    ],
    ids=["an hour that is left out", "an hour that comes twice", "summer time"],
)
def test_local_time_is_one_moment(call: Call, local: str, zone: str, moment: str) -> None:
    assert call("zone", "momentOf", local, zone) == datetime.fromisoformat(moment).timestamp() * 1000
