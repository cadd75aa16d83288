"""Which migrations a database, a backup and this release know."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import connections
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

Migrations = Mapping[str, list[str]]


def applied_migrations(using: str = "default") -> dict[str, list[str]]:
    """Return the migrations that a database has had, by app."""
    found: dict[str, list[str]] = {}
    for app, name in sorted(MigrationRecorder(connections[using]).applied_migrations()):
        found.setdefault(app, []).append(name)
    return found


def known_migrations() -> dict[str, list[str]]:
    """Return the migrations that this release brings, those included that others have replaced."""
    loader = MigrationLoader(None, ignore_no_migrations=True)
    found: dict[str, list[str]] = {}
    for app, name in sorted({*loader.disk_migrations, *loader.replacements}):
        found.setdefault(app, []).append(name)
    return found


def beyond(first: Migrations, second: Migrations) -> list[str]:
    """Return what the first has and the second has not, as `app.name`."""
    return [f"{app}.{name}" for app, names in first.items() for name in names if name not in second.get(app, [])]
