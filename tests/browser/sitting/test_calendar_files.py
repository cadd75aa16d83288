"""Calendar files, opened by a parser that is not hipcare's."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar
from playwright.sync_api import Page

from tests.browser.sitting.conftest import Call
from tests.browser.sitting.held_clock import MORNING

ZONES = ["Europe/London", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "America/St_Johns", "UTC"]


def write(call: Call, zone: str = "Europe/London", **changes: Any) -> str:
    start = int(MORNING.timestamp() * 1000)
    event = {"uid": "1@hipcare", "start": start, "end": start + 180_000, "title": "Time to move", "alarms": [0, 10]}
    calendar = {"name": "Breaks", "zone": zone, "stamp": start, "events": [{**event, **changes}]}
    text: str = call("ics", "writeCalendar", calendar)
    return text


def parts(text: str | bytes, name: str) -> list[Any]:
    """Return the components of one name that the parser finds."""
    return list(Calendar.from_ical(text).walk(name))


def event_of(text: str) -> Any:
    [event] = parts(text, "VEVENT")
    return event


def alarms_of(event: Any) -> list[timedelta]:
    return [alarm["TRIGGER"].dt for alarm in event.walk("VALARM")]


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("month", range(1, 13))
def test_event_is_at_its_moment_in_every_zone(call: Call, zone: str, month: int) -> None:
    moment = datetime(2026, month, 1, 12, 30, tzinfo=UTC)
    start = int(moment.timestamp() * 1000)
    event = event_of(write(call, zone, start=start, end=start + 60_000))

    assert event["DTSTART"].dt.astimezone(UTC) == moment
    assert event["DTSTART"].dt.replace(tzinfo=None) == moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


@pytest.mark.parametrize("zone", ZONES[:-1])
def test_file_brings_its_own_time_zone(call: Call, zone: str) -> None:
    [own] = parts(write(call, zone), "VTIMEZONE")

    assert own["TZID"] == zone
    assert (
        own.to_tz(lookup_tzid=False).utcoffset(MORNING.replace(tzinfo=None))
        == MORNING.astimezone(ZoneInfo(zone)).utcoffset()
    )


def test_time_zone_follows_the_change_of_the_clocks(call: Call) -> None:
    friday = int(datetime(2026, 10, 23, 9, tzinfo=ZoneInfo("Europe/London")).timestamp() * 1000)
    until = friday + 14 * 86_400_000
    text = write(call, start=friday, end=friday + 60_000, repeat={"days": ["FR"], "until": until})
    [own] = parts(text, "VTIMEZONE")
    zone = own.to_tz(lookup_tzid=False)

    assert zone.utcoffset(datetime(2026, 10, 23, 9)) == timedelta(hours=1)  # noqa: DTZ001 (wall-clock time)
    assert zone.utcoffset(datetime(2026, 10, 30, 9)) == timedelta(0)  # noqa: DTZ001


def test_alarms_ring_at_the_time_and_before_it(call: Call) -> None:
    assert alarms_of(event_of(write(call))) == [timedelta(0), timedelta(minutes=-10)]


def test_event_repeats_on_its_days(call: Call) -> None:
    until = int(datetime(2026, 12, 18, 9, tzinfo=UTC).timestamp() * 1000)
    rule = event_of(write(call, repeat={"days": ["MO", "FR"], "until": until}))["RRULE"]

    assert (rule["FREQ"], rule["BYDAY"]) == (["WEEKLY"], ["MO", "FR"])
    assert rule["UNTIL"] == [datetime(2026, 12, 18, 9, tzinfo=UTC)]


@pytest.mark.parametrize(
    "text", ["a, b; c\\d", "first\nsecond", "Zeit für eine Pause 🧘 " * 9, "BEGIN:VALARM\r\nEND:VALARM", "x" * 400]
)
def test_text_comes_back_as_it_was(call: Call, text: str) -> None:
    event = event_of(write(call, text=text.strip()))

    assert event["DESCRIPTION"] == text.strip().replace("\r\n", "\n")
    assert len(alarms_of(event)) == 2


def test_lines_are_folded_at_75_octets_and_end_with_crlf(call: Call) -> None:
    lines = write(call, title="Zeit für eine Pause 🧘 " * 9).encode().split(b"\r\n")

    assert max(map(len, lines)) <= 75
    assert b"\n" not in b"".join(lines)
    assert lines[-1] == b""


def test_event_has_what_calendars_ask_for(call: Call) -> None:
    event = event_of(write(call))

    assert (event["UID"], event["DTSTAMP"].dt, event["TRANSP"]) == ("1@hipcare", MORNING, "TRANSPARENT")


def test_break_timer_hands_over_a_file(page: Page) -> None:
    page.goto("/sitting/timer/")
    page.locator("#from").fill("09:00")
    page.locator("#until").fill("11:00")
    with page.expect_download() as download:
        page.get_by_role("button", name="Make the calendar file").click()
    events = parts(download.value.path().read_bytes(), "VEVENT")

    assert download.value.suggested_filename == "hipcare-breaks.ics"
    starts = [event["DTSTART"].dt.astimezone(UTC) for event in events]
    assert starts == [MORNING + timedelta(minutes=minutes) for minutes in (30, 60, 90)]
    assert [alarms_of(event) for event in events] == [[timedelta(0)]] * 3


def test_hours_without_a_break_get_a_message(page: Page) -> None:
    page.goto("/sitting/timer/")
    page.locator("#from").fill("08:00")
    page.locator("#until").fill("08:20")
    page.get_by_role("button", name="Make the calendar file").click()

    message = page.get_by_text("There is no break left between these times. Choose a later end.")
    message.wait_for()
    assert page.locator("#until").get_attribute("aria-invalid") == "true"
