"""The epoch: a random mark of this database's history, changed when a backup is put back.

A device that finds another epoch than the one it knows cannot trust what it was told was saved, and brings
everything again.
"""

from __future__ import annotations

import uuid

from apps.core.models import StoredValue

_NAME = "epoch"


def read_epoch() -> str:
    """Return the mark, made at the first call."""
    row, _made = StoredValue.objects.get_or_create(name=_NAME, defaults={"value": str(uuid.uuid4())})
    return row.value


def change_epoch(*, using: str = "default") -> str:
    """Set a new mark in a database and return it."""
    mark = str(uuid.uuid4())
    StoredValue.objects.using(using).update_or_create(name=_NAME, defaults={"value": mark})
    return mark
