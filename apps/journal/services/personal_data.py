"""What the journal holds about a person: all of it handed out, or erased."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator
from typing import Any

from django.db import transaction

from apps.core.models import User
from apps.core.registries import PersonalData
from apps.journal.enums import Status
from apps.journal.messages import RemoteRecord
from apps.journal.models import Operation, Record, new_mark
from apps.journal.services.changes import locked_journal


def erase_health_data(*, owner: User) -> None:
    """Delete every record and its traces; the account stays, and each phone erases at its next contact."""
    with transaction.atomic():
        journal = locked_journal(owner=owner)
        journal.erasures += 1
        journal.save(update_fields=["erasures"])
        Record.objects.filter(owner=owner).delete()
        Operation.objects.filter(owner=owner).delete()


def forget_records(*, owner: User) -> None:
    """Delete the server's copy; phones keep theirs, and a later sync brings it back. Deletions stay deletions."""
    with transaction.atomic():
        locked_journal(owner=owner)
        Record.objects.filter(owner=owner, deleted=False).delete()
        # Without them no cursor is known any more: phones compare everything, as after a restored backup.
        Operation.objects.filter(owner=owner).delete()
        _mark_anew(Record.objects.filter(owner=owner))


def _mark_anew(traces: Iterable[Record]) -> None:
    """Give what is left a mark of its own that is in the history: a cursor may end there, and no older one does."""
    for trace in traces:
        trace.mark = new_mark()
        trace.save(update_fields=["mark"])
        Operation.objects.create(
            owner_id=trace.owner_id, op=uuid.uuid4(), record_id=trace.record_id, status=Status.APPLIED,
            revision=trace.revision, mark=trace.mark,
        )  # fmt: skip


def export_records(*, owner: User) -> list[dict[str, Any]]:
    """Return every live record as the API gives it, oldest change first."""
    live = Record.objects.filter(owner=owner, deleted=False).order_by("revision")
    return [as_message(record).model_dump(mode="json") for record in live]


def count_records(*, owner: User) -> int:
    """Return how many live records there are."""
    return Record.objects.filter(owner=owner, deleted=False).count()


def as_message(record: Record) -> RemoteRecord:
    """Return a record as phones get it."""
    return RemoteRecord(
        id=record.record_id,
        kind=record.kind,
        revision=record.revision,
        changed_at=record.changed_at,
        deleted=record.deleted,
        data=record.data,
    )


def journal_data() -> Iterator[PersonalData]:
    """Yield the journal for export and erasure."""
    yield PersonalData(
        name="journal", export=export_records, count=count_records, erase=erase_health_data, forget=forget_records
    )
