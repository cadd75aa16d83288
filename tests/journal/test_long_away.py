"""F23: a device that was away for long brings nothing back; the traces of deletions are kept for ever."""

from __future__ import annotations

from apps.core.models import User
from apps.journal.messages import MOST_CHANGES
from apps.journal.services.personal_data import forget_records
from tests.journal.devices import FakePhone, change, check_in


def test_f23_deletion_is_told_to_a_device_that_was_away_for_long(phone: FakePhone, tablet: FakePhone) -> None:
    gone = change(check_in(note="gone"))
    phone.sync(gone)
    tablet.sync()
    phone.sync(change(id=gone["id"], base=1))
    for _ in range(3):
        phone.sync(*[change(check_in()) for _ in range(MOST_CHANGES)])

    tablet.sync()

    assert tablet.records[gone["id"]]["deleted"] is True
    assert len(tablet.data()) == 3 * MOST_CHANGES


def test_f23_trace_of_a_deletion_outlives_the_deleted_copy(phone: FakePhone, tablet: FakePhone, alice: User) -> None:
    gone = change(check_in(note="gone"))
    phone.sync(gone)
    tablet.sync()
    phone.sync(change(id=gone["id"], base=1))
    forget_records(owner=alice)

    resync = tablet.post().json()["resync"]
    tablet.cursor = None
    tablet.sync()

    assert resync == "restored"
    assert tablet.records[gone["id"]]["deleted"] is True
    assert tablet.post().json()["resync"] is None
