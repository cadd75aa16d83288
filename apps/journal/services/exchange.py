"""One contact of a phone with the server: take its changes, give it what it does not have."""

from __future__ import annotations

from django.db import transaction

from apps.core.models import User
from apps.journal.messages import SyncAnswer, SyncRequest
from apps.journal.queries import START, Cursor, Point, changes_since, epoch_of, resync_reason
from apps.journal.services.changes import apply_changes, locked_journal
from apps.journal.services.devices import give_secret
from apps.journal.services.personal_data import as_message


def exchange(*, owner: User, request: SyncRequest) -> SyncAnswer:
    """Apply what was sent and return what is new; where the phone has to begin again, only that.

    Everything happens in one transaction under the lock of the owner's journal. Raises `OtherAccount`
    where the phone speaks for another account.
    """
    with transaction.atomic():
        journal = locked_journal(owner=owner)
        epoch = str(epoch_of(journal))
        reason = resync_reason(journal=journal, epoch=request.epoch, cursor=request.cursor)
        if reason:
            return SyncAnswer(epoch=epoch, cursor=None, more=False, resync=reason)
        cursor = Cursor.parse(request.cursor) if request.cursor else START
        results = apply_changes(owner=owner, changes=request.changes)
        new = changes_since(owner=owner, point=cursor.has_all_to)
        kept_to = _kept_to(owner, cursor, new.reached, [result.revision or 0 for result in results])
        secret = give_secret(owner=owner, device_id=request.device_id) if request.want_secret else None
    return SyncAnswer(
        epoch=epoch,
        cursor=str(Cursor(new.reached, kept_to)),
        more=new.more,
        results=results,
        changes=[as_message(record) for record in new.records],
        device_secret=secret,
    )


def _kept_to(owner: User, cursor: Cursor, reached: Point, revisions: list[int]) -> Point:
    """Return the furthest point that this phone was told of, its own changes included."""
    own = owner.records.filter(revision=max(revisions, default=0)).first()
    told = [cursor.kept_to, reached, *([Point(own.revision, own.mark)] if own else [])]
    return max(told, key=lambda point: point.revision)
