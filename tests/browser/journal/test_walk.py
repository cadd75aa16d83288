"""The way of a record: saved on the device, on the server, on a second device."""

from __future__ import annotations

from tests.browser.journal.conftest import MakePhone
from tests.browser.journal.phones import JournalPhone
from tests.journal.live import Person
from tests.link import Link
from tests.server import Server


def test_record_goes_from_phone_to_server_to_tablet(phone: JournalPhone, tablet: JournalPhone, person: Person) -> None:
    phone.save(note="Stairs were easier", back=3)
    phone.wait_for_sync()
    status = tablet.sync()

    assert person.notes == ["Stairs were easier"]
    assert tablet.notes() == ["Stairs were easier"]
    assert (status["waiting"], status["trouble"]) == (0, None)


def test_edit_and_deletion_reach_the_other_device(phone: JournalPhone, tablet: JournalPhone) -> None:
    kept, dropped = phone.save(note="first"), phone.save(note="dropped")
    phone.sync()
    tablet.sync()

    phone.save(record_id=kept, note="second")
    phone.delete(dropped)
    phone.wait_for_sync()
    tablet.sync()

    assert tablet.notes() == ["second"]


def test_deletion_is_undone(phone: JournalPhone, person: Person) -> None:
    record = phone.save(note="back again")
    phone.sync()

    phone.run(
        "const row = await j.handover.deleteRecord(value); await j.sync.syncNow(); await j.handover.undoDelete(row)",
        record,
    )
    phone.wait_for_sync()

    assert person.notes == ["back again"]


def test_profiles_of_two_devices_become_one(phone: JournalPhone, tablet: JournalPhone, person: Person) -> None:
    phone.save("profile", cautions=["knee-pain"], pace="slow")
    phone.wait_for_sync()
    tablet.save("profile", cautions=["pregnancy"], place="desk")
    tablet.wait_for_sync()
    phone.sync()

    merged = {"cautions": ["knee-pain", "pregnancy"], "pace": "slow", "place": "desk"}
    assert [device.rows()[0]["data"] for device in (phone, tablet)] == [merged, merged]
    assert person.records[0]["data"] == merged


def test_person_is_without_an_account(phone_at: MakePhone, journal_site: Server, journal_link: Link) -> None:
    phone = phone_at(journal_site, journal_link.url)

    phone.save(note="nobody's")
    status = phone.sync()

    assert (status["account"], status["records"], status["trouble"]) == (None, 1, None)
