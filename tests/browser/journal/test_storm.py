"""Random operations over two devices with faults: nothing lost, nothing twice, all sides equal."""

from __future__ import annotations

import pytest

from tests.browser.journal.phones import JournalPhone
from tests.browser.journal.storm import Side, Storm
from tests.journal.live import Person
from tests.link import Link, link_to
from tests.server import Server


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_f13_storm_over_two_devices(
    phone: JournalPhone, tablet: JournalPhone, person: Person, journal_link: Link, journal_site: Server, seed: int
) -> None:
    with link_to(journal_site) as other_link:
        tablet.url = other_link.url
        tablet.sign_in(person.key)
        tablet.page = tablet.open()
        tablet.sync()
        storm = Storm((Side(phone, journal_link, "phone"), Side(tablet, other_link, "tablet")), seed)

        storm.run(60)

        kept = person.notes
        assert (storm.lost(kept), storm.risen(kept)) == (set(), set())
        assert len(kept) == len(set(kept))
        assert (phone.notes(), tablet.notes()) == (kept, kept)
        assert [phone.status()["waiting"], tablet.status()["refused"]] == [0, 0]
