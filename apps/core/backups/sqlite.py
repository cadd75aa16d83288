"""SQLite while it serves: its online backup copies a database that others write to, in one step."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from pathlib import Path

from django.core.management import call_command
from django.db import connection, connections

from apps.core.backups.signals import restored

_ALIAS = "restored"
_PATIENCE = 60
"""Seconds to wait for a writer that does not let go."""


def dump(target: Path) -> None:
    """Copy the database as it is at one moment."""
    with closing(sqlite3.connect(target)) as copy:
        _copy(_raw_connection(), copy)
        copy.execute("PRAGMA journal_mode=DELETE")


def bring_up_to_date(copy: Path) -> None:
    """Bring an unpacked database to this release's schema and let apps mark it as restored."""
    connections.databases[_ALIAS] = {**connections.databases["default"], "NAME": str(copy)}
    try:
        call_command("migrate", database=_ALIAS, interactive=False, verbosity=0)
        restored.send(sender=None, using=_ALIAS)
    finally:
        connections[_ALIAS].close()
        del connections.databases[_ALIAS]
        del connections[_ALIAS]


def swap_in(copy: Path) -> None:
    """Put a database in the place of the one that serves, all at once."""
    with closing(sqlite3.connect(copy)) as source:
        _copy(source, _raw_connection())


def _raw_connection() -> sqlite3.Connection:
    connection.ensure_connection()
    raw = connection.connection
    assert isinstance(raw, sqlite3.Connection)  # noqa: S101 (the engine is SQLite)
    return raw


def _copy(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    deadline = time.monotonic() + _PATIENCE

    def watch(status: int, remaining: int, total: int) -> None:  # noqa: ARG001 (sqlite3's signature)
        if remaining and time.monotonic() > deadline:
            raise TimeoutError("another process keeps writing")

    try:
        source.backup(target, progress=watch)
    except sqlite3.OperationalError as error:
        raise OSError(str(error)) from error
