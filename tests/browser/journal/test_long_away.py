"""F23: a device comes back after a long time, to a server that has forgotten how things came about."""

from __future__ import annotations

from tests.browser.journal.phones import JournalPhone
from tests.journal.live import Person

FORGET = """
from apps.core.models import User
from apps.journal.services.personal_data import forget_records
forget_records(owner=User.objects.get(email=%r))
"""


def test_f23_old_device_brings_nothing_back(phone: JournalPhone, tablet: JournalPhone, person: Person) -> None:
    gone, kept = phone.save(note="gone"), phone.save(note="kept")
    phone.wait_for_sync()
    tablet.sync()
    phone.context.set_offline(True)
    tablet.delete(gone)
    tablet.wait_for_sync()
    person.server.run_python(FORGET % person.email)
    phone.save(record_id=kept, note="written on the way")

    phone.context.set_offline(False)
    for device in (phone, tablet, phone, tablet):
        device.sync()
        device.wait_for_sync()

    notes = [device.notes() for device in (phone, tablet)]
    assert notes == [person.notes] * 2
    assert "gone" not in person.notes
    assert "written on the way" in person.notes
