"""A page's clock in the test's hand, and what the page has kept on the device."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from playwright.sync_api import Page

MORNING = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
"""A Monday; London is at UTC then."""
_RECORDS = """async (kind) => {
  // What the page itself has loaded is there without a network too.
  const urls = performance.getEntriesByType("resource").map(({ name }) => name);
  const loaded = urls.find((url) => /[/]js[/]journal[/]shared[.]/.test(url));
  const records = loaded ? (await import(loaded)).$journal_records : await import("/static/js/journal/records.js");
  const { listRecords } = records;
  return (await listRecords(null, kind)).map((row) => row.data);
}"""


def hold_clock(page: Page, time: datetime) -> None:
    """Let the page's clocks stand at a time."""
    page.clock.install(time=time - timedelta(seconds=1))
    page.clock.pause_at(time)


def live(page: Page, **time: float) -> None:
    """Let time pass while somebody looks at the page; takes what `timedelta` takes."""
    page.clock.run_for(int(timedelta(**time).total_seconds() * 1000))


def sleep(page: Page, **time: float) -> None:
    """Let time pass while the device sleeps: nothing runs until it wakes."""
    page.clock.fast_forward(int(timedelta(**time).total_seconds() * 1000))


def doze(page: Page, **time: float) -> None:
    """Let time pass of which only the end matters: the device sleeps until the last minute.

    Each second that a page is looked at takes milliseconds, of which hours have too many.
    """
    sleep(page, seconds=timedelta(**time).total_seconds() - 60)
    live(page, minutes=1)


def freeze(page: Page) -> None:
    """Freeze a page and let it go on, as a browser does with one in the background; the page hears of it."""
    session = page.context.new_cdp_session(page)
    session.send("Page.setWebLifecycleState", {"state": "frozen"})
    session.send("Page.setWebLifecycleState", {"state": "active"})
    page.evaluate("document.dispatchEvent(new Event('freeze'))")


def set_clock(page: Page, **by: float) -> None:
    """Set the wall clock forward or back and let a second pass; the steady clock knows nothing of it."""
    now = datetime.fromtimestamp(page.evaluate("Date.now()") / 1000, UTC)
    page.clock.set_system_time(now + timedelta(**by))
    live(page, seconds=1)


def records(page: Page, kind: str) -> list[Any]:
    """Return the data of the records of a kind in the journal of this device."""
    found: list[Any] = page.evaluate(_RECORDS, kind)
    return found
