"""The sums of days that the trends read: kept with the records, and never older than they are."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.browser.journal.phones import JournalPhone

SUMS = """async ([[file, name], from, to]) => {
  const { daysBetween } = (await import(file))[name];
  const days = await daysBetween(globalThis.journal.pointer.currentAccount(), from, to);
  return [...days].map(([day, { back }]) => [day, [...back].sort()]).sort(([one], [other]) => one - other);
}"""
KEPT = """
  const database = await j.db.connect(j.pointer.currentAccount());
  return (await database.getAllKeys("days"));
"""


def at(days_ago: int) -> dict[str, Any]:
    """Return noon some days ago."""
    noon = datetime.now(UTC).replace(hour=12, minute=0, second=0, microsecond=0) - timedelta(days=days_ago)
    return {"utc": noon.strftime("%Y-%m-%dT%H:%M:%S.000Z"), "zone": "UTC", "offset": 0}


def number(days_ago: int) -> int:
    """Return the number of that day."""
    return (datetime.now(UTC).date() - timedelta(days=days_ago) - datetime(1970, 1, 1, tzinfo=UTC).date()).days


@pytest.fixture
def sums(phone: JournalPhone) -> Any:
    """Return a function that gives pain in the back by days ago, of the last ten days."""

    def read(of: JournalPhone = phone) -> dict[int, list[int]]:
        place = of.place_of("journal-pages/day-sums")
        found = of.page.evaluate(SUMS, [place, number(10), number(0)])
        return {number(0) - day: back for day, back in found}

    return read


def test_sums_follow_every_change_of_a_record(phone: JournalPhone, sums: Any) -> None:
    moved, gone = phone.save(at=at(3), back=4), phone.save(at=at(3), back=6)
    phone.save(at=at(0), back=1)
    assert sums() == {3: [4, 6], 0: [1]}

    phone.save(record_id=moved, at=at(5), back=7)
    phone.delete(gone)
    phone.save(at=at(0), back=2)

    assert sums() == {5: [7], 0: [1, 2]}


def test_sums_of_days_that_are_over_are_kept_and_that_of_today_is_not(phone: JournalPhone, sums: Any) -> None:
    phone.save(at=at(3), back=4)
    phone.save(at=at(0), back=1)

    sums()

    assert phone.run(KEPT) == [number(ago) for ago in range(10, 0, -1)]


def test_sums_follow_what_comes_from_another_device(phone: JournalPhone, tablet: JournalPhone, sums: Any) -> None:
    record = phone.save(at=at(3), back=4)
    phone.wait_for_sync()
    tablet.sync()
    assert (sums(), sums(tablet)) == ({3: [4]}, {3: [4]})

    tablet.save(record_id=record, at=at(4), back=9)
    tablet.wait_for_sync()
    phone.sync()

    assert sums() == {4: [9]}


def test_store_of_the_version_before_gets_its_sums(phone: JournalPhone, sums: Any) -> None:
    phone.save(at=at(3), back=4)
    name = phone.run("return j.db.databaseName(j.pointer.currentAccount())")
    older = phone.run(
        """const old = await j.db.openStore(`${value}-old`, j.db.MIGRATIONS.slice(0, 1));
        const names = [...old.objectStoreNames]; old.close();
        const now = await j.db.openStore(`${value}-old`, j.db.MIGRATIONS);
        const after = [...now.objectStoreNames]; now.close(); return [names, after];""",
        name,
    )

    assert set(older[1]) - set(older[0]) == {"days"}
    assert sums() == {3: [4]}
