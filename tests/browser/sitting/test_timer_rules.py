"""The timers' rules without a screen: sleep or a clock that was set, quiet hours, settings, a day's breaks."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from tests.browser.sitting.conftest import Call

HOUR = 3_600_000
DEFAULTS = {
    "minutes": 30, "warn": 2, "snooze": 5, "nudge": True, "sound": True, "vibration": True, "notification": True,
    "quiet": False, "quietFrom": "22:00", "quietUntil": "07:00",
}  # fmt: skip


def millis(*date: int, zone: str = "Europe/London") -> float:
    return datetime(*date, tzinfo=ZoneInfo(zone)).timestamp() * 1000  # type: ignore[arg-type,misc]


@pytest.mark.parametrize(
    ("wall", "steady", "in_view", "apart"),
    [
        (1000, 1000, True, (0, 0)),
        (2500, 1000, True, (0, 0)),
        (HOUR + 1000, 1000, True, (0, HOUR)),
        (24 * HOUR + 1000, 1000, True, (0, 24 * HOUR)),
        (25 * HOUR + 1000, 1000, True, (25 * HOUR, 0)),
        (HOUR + 1000, 1000, False, (0, 0)),
        (25 * HOUR + 1000, 1000, False, (0, 0)),
        (1000 - HOUR, 1000, True, (-HOUR, 0)),
        (1000 - HOUR, 1000, False, (-HOUR, 0)),
        (HOUR, HOUR, False, (0, 0)),
    ],
    ids=["a beat", "a nudge", "slept in view, as far as one can tell", "a day in view", "set forward by more",
         "slept", "slept for long", "set back", "set back unseen", "slept with a clock that ran"],
)  # fmt: skip
def test_clock_that_was_set_is_told_from_sleep(
    call: Call, wall: int, steady: int, in_view: bool, apart: tuple[int, int]
) -> None:
    before, now = {"wall": 0, "steady": 0}, {"wall": wall, "steady": steady}
    found = call("timekeeper", "tellApart", before, now, in_view)

    assert (found["set"], found["slept"]) == apart


@pytest.mark.parametrize(
    ("start", "end", "hour", "quiet"),
    [("22:00", "07:00", 23, True), ("22:00", "07:00", 6, True), ("22:00", "07:00", 7, False),
     ("12:00", "13:00", 12, True), ("12:00", "13:00", 13, False), ("12:00", "12:00", 12, False)],
)  # fmt: skip
def test_quiet_hours_may_go_over_midnight(call: Call, start: str, end: str, hour: int, quiet: bool) -> None:
    settings = {**DEFAULTS, "quiet": True, "quietFrom": start, "quietUntil": end}

    assert call("timer-settings", "isQuiet", settings, datetime(2026, 11, 23, hour, tzinfo=UTC)) is quiet


@pytest.mark.parametrize(
    "kept",
    [None, "nonsense", {"minutes": 5}, {"minutes": "30"}, {"warn": -1}, {"quietFrom": "25:00"}, {"sound": "yes"}],
)
def test_settings_that_make_no_sense_are_replaced(call: Call, kept: object) -> None:
    assert call("timer-settings", "readSettings", kept) == DEFAULTS


def plan(call: Call, *, weekdays: bool, now: float, **wish: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = call(
        "break-plan", "planBreaks", {"minutes": 60, "weekdays": weekdays, **wish}, "Europe/London", now
    )
    return found


def test_breaks_of_today_leave_out_what_is_over(call: Call) -> None:
    wish = {"from": "09:00", "until": "13:00"}
    breaks = plan(call, weekdays=False, now=millis(2026, 11, 23, 10, 30), **wish)

    assert [one["start"] for one in breaks] == [millis(2026, 11, 23, 11), millis(2026, 11, 23, 12)]


def test_breaks_of_a_night_go_over_midnight(call: Call) -> None:
    breaks = plan(call, weekdays=False, now=millis(2026, 11, 23, 20), **{"from": "22:00", "until": "01:00"})

    assert [one["start"] for one in breaks] == [millis(2026, 11, 23, 23), millis(2026, 11, 24, 0)]


def test_breaks_of_weekdays_begin_on_the_next_weekday(call: Call) -> None:
    saturday = millis(2026, 10, 24, 8)
    [first] = plan(call, weekdays=True, now=saturday, **{"from": "09:00", "until": "11:00"})

    # The clocks go back on the Sunday between: ten o'clock stays ten o'clock.
    assert first["start"] == millis(2026, 10, 26, 10)
