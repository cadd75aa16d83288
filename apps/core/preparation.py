"""What has been prepared already, so that a second start takes no longer than it must."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from apps.core.models import StoredValue
from apps.core.release import release

_CONTENT = "content-loaded"


def needs_migration() -> bool:
    """Whether the database is behind this release."""
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def content_mark() -> str:
    """Return what changes when the content files change, or the code that reads them."""
    return _digest([Path(settings.BASE_DIR) / "content", Path(settings.BASE_DIR) / "apps"])


def content_is_loaded() -> bool:
    """Whether this database has taken in the content files as they are."""
    return StoredValue.objects.filter(name=_CONTENT, value=content_mark()).exists()


def note_content_loaded() -> None:
    """Remember that the content files are in the database."""
    StoredValue.objects.update_or_create(name=_CONTENT, defaults={"value": content_mark()})


def static_mark() -> str:
    """Return what changes when static files change, or the packages that bring some."""
    folders = [Path(folder) for folder in settings.STATICFILES_DIRS]
    return f"{_digest([*folders, Path(settings.BASE_DIR) / 'requirements'])} {release()}"


def static_is_collected() -> bool:
    """Whether the static files in use are those of this release."""
    note = _static_note()
    return note.exists() and note.read_text(encoding="utf-8") == static_mark()


def note_static_collected() -> None:
    """Remember that the static files are collected."""
    _static_note().write_text(static_mark(), encoding="utf-8")


def _static_note() -> Path:
    return Path(settings.STATIC_ROOT) / ".collected"


def _digest(folders: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                digest.update(f"{path.relative_to(folder)}\0".encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()[:32]
