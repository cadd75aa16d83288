"""Apply the changes that a phone sends: each once, none over something its author has not seen."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any

from django.db import DataError, transaction
from pydantic import ValidationError

from apps.core.models import User
from apps.journal.documents import errors_in
from apps.journal.enums import PROFILE_ID, Kind, Status
from apps.journal.merging import canonical, merged_profile, same_content
from apps.journal.messages import Change, FieldError, RawChange, Result
from apps.journal.models import Journal, Operation, Record, new_mark


def journal_of(*, owner: User) -> Journal:
    """Return the owner's journal, making it where this is the first contact."""
    return Journal.objects.get_or_create(owner=owner)[0]


def locked_journal(*, owner: User) -> Journal:
    """Return the owner's counter, locked until the transaction ends; revisions are given out under it only."""
    journal_of(owner=owner)
    return Journal.objects.select_for_update().get(owner=owner)


def apply_changes(*, owner: User, changes: Sequence[RawChange]) -> list[Result]:
    """Apply each change once and answer for each, in order; a bad one stops no other.

    All of it becomes durable together. A change of a record that an earlier change of the same batch
    has changed builds on that one.
    """
    with transaction.atomic():
        batch = _Batch(locked_journal(owner=owner), changes)
        results = [batch.apply(change) for change in changes]
        batch.journal.save(update_fields=["revision"])
    return results


class _Batch:
    """The changes of one request, under the lock of the owner's journal."""

    def __init__(self, journal: Journal, changes: Sequence[RawChange]) -> None:
        self.journal = journal
        mine = {"owner_id": journal.owner_id}
        operations = Operation.objects.filter(op__in=[change.op for change in changes], **mine)
        self.done = {operation.op: operation for operation in operations}
        records = Record.objects.filter(record_id__in=[change.id for change in changes], **mine)
        self.records: dict[uuid.UUID, Record | None] = dict.fromkeys(change.id for change in changes)
        self.records |= {record.record_id: record for record in records}
        self.made_here: dict[uuid.UUID, Operation] = {}

    def apply(self, raw: RawChange) -> Result:
        """Apply one change, or say that it was applied before, or what is wrong with it."""
        before = self.done.get(raw.op)
        if before is not None:
            self._remember(before)
            # A phone that is told that its deletion was done would never take in what stands.
            return _answer(before, Status.DUPLICATE if before.was_done else Status.CONFLICT, raw.id)
        change = _read(raw)
        errors = change if isinstance(change, list) else self._errors_in(change)
        if errors or isinstance(change, list):
            return Result(op=raw.op, id=raw.id, status=Status.INVALID, errors=errors)
        revision = self.journal.revision
        try:
            with transaction.atomic():
                operation = self._write(change)
                operation.save(force_insert=True)
        except DataError:
            self.journal.revision = revision
            self.records.clear()
            errors = [_error("", "unstorable", "This cannot be kept.")]
            return Result(op=raw.op, id=raw.id, status=Status.INVALID, errors=errors)
        self._remember(operation)
        return _answer(operation, Status(operation.status), change.id)

    def _remember(self, operation: Operation) -> None:
        self.done[operation.op] = operation
        # A deletion that was not done has not seen what stands now, so nothing may build on that.
        if operation.was_done:
            self.made_here[operation.record_id] = operation

    def _errors_in(self, change: Change) -> list[FieldError]:
        if change.deleted:
            return []
        current = self._record(change.id)
        if current is not None and current.kind and current.kind != change.kind:
            return [_error("kind", "changed", "A record keeps its kind.")]
        if (change.id == PROFILE_ID) != (change.kind == Kind.PROFILE):
            return [_error("id", "profile", "The profile has an id of its own.")]
        if change.data is None:
            return [_error("data", "missing", "A record needs data.")]
        return [FieldError(**error) for error in errors_in(change.kind, change.data)]

    def _write(self, change: Change) -> Operation:
        """Decide what the change does to the record, and do it."""
        earlier = self.made_here.get(change.id)
        target = (earlier and earlier.conflict_copy) or change.id
        base = earlier.revision if earlier else change.base_revision
        current = self._record(target)
        data = None if change.deleted else change.data
        if current is None:
            return self._put(change, target, data)
        if same_content(current.data, data):
            return self._leave(change, current)
        if change.kind == Kind.PROFILE and data is not None:
            data = merged_profile(current.data, data, union=base != current.revision)
            return self._leave(change, current) if same_content(current.data, data) else self._put(change, target, data)
        if base == current.revision:
            return self._put(change, target, data)
        return self._keep_both(change, current, data)

    def _keep_both(self, change: Change, current: Record, data: dict[str, Any] | None) -> Operation:
        """Let the server's record stand; what was sent becomes a conflict copy, a deletion is not done."""
        if data is None:
            return self._operation(change, current, done=False)
        copied = {**data, "conflict_of": str(change.id)}
        # The same words sent again under another op, such as after a restored backup, make no second copy.
        name = uuid.uuid5(change.id, canonical(copied))
        known = self._record(name)
        if known is None:
            return self._put(change, name, copied)
        if same_content(known.data, copied):
            return self._leave(change, known)
        return self._put(change, uuid.uuid4(), copied)

    def _put(self, change: Change, target: uuid.UUID, data: dict[str, Any] | None) -> Operation:
        """Write the record under the next revision; a deleted one keeps nothing but id and revision."""
        self.journal.revision += 1
        record = self._record(target) or Record(owner_id=self.journal.owner_id, record_id=target)
        record.revision, record.mark = self.journal.revision, new_mark()
        record.deleted, record.data = data is None, data
        record.kind = "" if data is None else change.kind
        record.changed_at = None if data is None else change.changed_at
        record.save()
        self.records[target] = record
        return self._operation(change, record, mark=record.mark)

    def _leave(self, change: Change, record: Record) -> Operation:
        """Note that the record says already what the change says."""
        return self._operation(change, record)

    def _operation(self, change: Change, record: Record, *, done: bool = True, mark: str = "") -> Operation:
        copy = None if record.record_id == change.id else record.record_id
        return Operation(
            owner_id=self.journal.owner_id,
            op=change.op,
            record_id=change.id,
            status=Status.APPLIED if done and copy is None else Status.CONFLICT,
            revision=record.revision,
            conflict_copy=copy,
            mark=mark,
        )

    def _record(self, record_id: uuid.UUID) -> Record | None:
        if record_id not in self.records:
            mine = Record.objects.filter(owner_id=self.journal.owner_id)
            self.records[record_id] = mine.filter(record_id=record_id).first()
        return self.records[record_id]


def _read(raw: RawChange) -> Change | list[FieldError]:
    try:
        return Change.model_validate(raw.model_dump())
    except ValidationError as error:
        return [_error(".".join(map(str, part["loc"])), part["type"], part["msg"]) for part in error.errors()]


def _answer(operation: Operation, status: Status, record_id: uuid.UUID) -> Result:
    return Result(
        op=operation.op,
        id=record_id,
        status=status,
        revision=operation.revision,
        conflict_copy=operation.conflict_copy,
    )


def _error(field: str, code: str, message: str) -> FieldError:
    return FieldError(field=field, code=code, message=message)
