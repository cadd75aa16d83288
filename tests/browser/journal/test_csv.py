"""The table of a journal for spreadsheets holds every field that a record can have."""

from __future__ import annotations

import csv
import io

from playwright.sync_api import Page

AT = {"utc": "2026-11-21T09:00:00.000Z", "zone": "Europe/Berlin", "offset": 60}
_TABLE = """async (rows) => {
  const { csvOf } = await import("/static/js/journal-pages/csv.js");
  return csvOf(rows);
}"""


def line_of(page: Page, kind: str, **data: object) -> dict[str, str]:
    """Return the filled cells that a record gets, without those that every record has."""
    page.goto("/robots.txt")
    text: str = page.evaluate(_TABLE, [{"id": "one", "kind": kind, "data": data}])
    [line] = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    return {name: cell for name, cell in line.items() if cell and name not in {"id", "kind"}}


def test_session_has_leg_and_feeling(page: Page) -> None:
    move = {"move": {"title": "Bridge"}, "outcome": "done", "feeling": "better"}
    before = {"back": 5, "leg": 4, "leg_change": "same"}
    after = {"back": 3, "leg": 2, "leg_change": "drawing-back"}

    line = line_of(page, "session", moves=[move], feeling="better", before=before, after=after)

    assert line == {
        "moves": "Bridge: done, better",
        "feeling": "better",
        "before_back": "5",
        "after_back": "3",
        "before_leg": "4",
        "after_leg": "2",
        "before_leg_change": "same",
        "after_leg_change": "drawing-back",
    }


def test_break_has_its_reason(page: Page) -> None:
    assert line_of(page, "break", reason="pain", outcome="put-off") == {"reason": "pain", "outcome": "put-off"}


def test_goal_has_its_fields(page: Page) -> None:
    line = line_of(page, "goal", type="sessions-per-week", title="Walk", days_per_week=3, target=2.5, until=AT, done=AT)

    wall = "2026-11-21T10:00:00+01:00"
    assert line == {
        "what": "Walk",
        "goal": "sessions-per-week",
        "days_per_week": "3",
        "target": "2.5",
        "until": wall,
        "done": wall,
    }


def test_copy_names_the_record_that_it_belongs_to(page: Page) -> None:
    assert line_of(page, "check-in", back=3, conflict_of="other") == {"back": "3", "conflict_of": "other"}
