"""What a phone does not have yet."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Q

from apps.core.epoch import read_epoch
from apps.core.models import User
from apps.journal.enums import Resync
from apps.journal.messages import MOST_ANSWER_BYTES, MOST_CHANGES
from apps.journal.models import Journal, Operation, Record


@dataclass(frozen=True)
class Point:
    """A revision and the mark of the change that made it."""

    revision: int
    mark: str

    def __str__(self) -> str:
        return f"{self.revision}.{self.mark}"


@dataclass(frozen=True)
class Cursor:
    """What a phone was told: it has everything up to one point, and its own changes were kept up to another.

    The second is ahead of the first while a long pull goes on. Written as one opaque text, `5.mark/9.mark`.
    """

    has_all_to: Point
    kept_to: Point

    def __str__(self) -> str:
        return f"{self.has_all_to}/{self.kept_to}"

    @classmethod
    def parse(cls, text: str) -> Cursor:
        """Read the text; raises `ValueError` where it is none of ours."""
        points = []
        for part in text.split("/"):
            number, _, mark = part.partition(".")
            if not (number.isascii() and number.isdigit()) or len(number) > 15 or not mark.isprintable():
                raise ValueError("not a cursor")
            points.append(Point(int(number), mark))
        has_all_to, kept_to = points
        return cls(has_all_to, kept_to)


START = Cursor(Point(0, ""), Point(0, ""))


@dataclass(frozen=True)
class Epoch:
    """Whose journal, in which life of the database, after how many erasures; written `life.account.erasures`."""

    life: str
    account: str
    erasures: int

    def __str__(self) -> str:
        return f"{self.life}.{self.account}.{self.erasures}"

    @classmethod
    def parse(cls, text: str) -> Epoch:
        """Read the text; raises `ValueError` where it is none of ours."""
        life, account, erasures = text.split(".")
        if not (erasures.isascii() and erasures.isdigit()) or len(erasures) > 9:
            raise ValueError("not an epoch")
        return cls(life, account, int(erasures))


class OtherAccount(Exception):
    """A phone sent what belongs to another account than the one that is signed in."""


def epoch_of(journal: Journal) -> Epoch:
    """Return what a phone compares to learn that it has to begin again."""
    return Epoch(read_epoch(), journal.account.hex, journal.erasures)


def resync_reason(*, journal: Journal, epoch: str | None, cursor: str | None) -> Resync | None:
    """Tell why a phone has to begin again, or None where it can go on from its cursor.

    Raises `OtherAccount` where the epoch names another journal.
    """
    if epoch is None and cursor is None:
        return None
    try:
        known = Epoch.parse(epoch or "")
    except ValueError:
        return Resync.RESTORED
    now = epoch_of(journal)
    if known.account != now.account:
        raise OtherAccount
    if known.erasures < now.erasures:
        return Resync.ERASED
    return None if known == now and _is_in_history(journal.owner_id, cursor) else Resync.RESTORED


def _is_in_history(owner_id: int, cursor: str | None) -> bool:
    """Tell whether the changes that a cursor names were made in the life of this database."""
    if cursor is None:
        return True
    try:
        parsed = Cursor.parse(cursor)
    except ValueError:
        return False
    points = {point for point in (parsed.has_all_to, parsed.kept_to) if point.revision}
    either = Q(pk=None)
    for point in points:
        either |= Q(revision=point.revision, mark=point.mark)
    found = Operation.objects.filter(either, owner_id=owner_id).exclude(mark="")
    return found.count() == len(points)


@dataclass(frozen=True)
class Changes:
    """The next records after a cursor, in order of revision."""

    records: list[Record]
    reached: Point
    more: bool


def changes_since(*, owner: User, point: Point) -> Changes:
    """Return what changed after a point, at most `MOST_CHANGES` records and about `MOST_ANSWER_BYTES`."""
    newer = Record.objects.filter(owner=owner, revision__gt=point.revision).order_by("revision")
    found = list(newer[: MOST_CHANGES + 1])
    records = list(_until_full(found[:MOST_CHANGES]))
    reached = Point(records[-1].revision, records[-1].mark) if records else point
    return Changes(records=records, reached=reached, more=len(found) > len(records))


def _until_full(records: list[Record]) -> Iterator[Record]:
    size = 0
    for record in records:
        yield record
        size += len(json.dumps(record.data))
        if size > MOST_ANSWER_BYTES:
            return
