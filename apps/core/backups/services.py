"""Making a backup and putting one back."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType

from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import connection
from django.dispatch import receiver

from apps.core.backups import postgresql, sqlite
from apps.core.backups.archive import Manifest, checksum, read_archive, write_archive
from apps.core.backups.schema import applied_migrations, beyond, known_migrations
from apps.core.backups.signals import restored
from apps.core.epoch import change_epoch

DATABASE = "database"
MEDIA = "media"


class Refused(Exception):
    """The backup was not put back, and nothing was changed; the message says why and what to do."""


def make_backup(target: Path) -> Manifest:
    """Write the database and the media into one archive; raises `OSError` and leaves nothing half."""
    with tempfile.TemporaryDirectory(prefix=".hipcare-backup-", dir=target.parent) as folder:
        copy = Path(folder) / DATABASE
        _engine().dump(copy)
        files = {DATABASE: copy, **_media_files()}
        manifest = Manifest(
            made_at=datetime.now(UTC).isoformat(timespec="seconds"),
            database=connection.vendor,
            migrations=applied_migrations(),
            files={name: (path.stat().st_size, checksum(path)) for name, path in files.items()},
        )
        write_archive(target, manifest, files)
    return manifest


def restore_backup(source: Path, *, force: bool = False) -> Manifest:
    """Check an archive, then put it in the place of what is there.

    Raises `BrokenArchive` and `Refused` before anything is changed. Without `force` a backup with an older
    schema than the database's is refused.
    """
    with tempfile.TemporaryDirectory(prefix=".restore-", dir=settings.DATA_DIR) as folder:
        manifest = read_archive(source, Path(folder))
        _check_schema(manifest, force=force)
        copy = Path(folder) / DATABASE
        if connection.vendor == "sqlite":
            sqlite.bring_up_to_date(copy)
        _put_media_back(Path(folder) / MEDIA)
        _engine().swap_in(copy)
    return manifest


@receiver(restored)
def mark_as_restored(sender: object, using: str, **kwargs: object) -> None:  # noqa: ARG001 (a signal's)
    """Begin a new epoch, and end every session: one that was signed out since would be alive again."""
    change_epoch(using=using)
    Session.objects.using(using).all().delete()


def _check_schema(manifest: Manifest, *, force: bool) -> None:
    if manifest.database != connection.vendor:
        raise Refused(
            f"the backup is of {manifest.database}, and DATABASE_URL leads to {connection.vendor}; "
            "restore it where the same kind of database is used"
        )
    if newer := beyond(manifest.migrations, known_migrations()):
        raise Refused(f"the backup was made by a newer release of hipcare ({newer[0]}); install that release first")
    if not force and (later := beyond(applied_migrations(), manifest.migrations)):
        raise Refused(
            f"the database has had migrations since this backup ({later[0]}); "
            "with --force the backup is put back and brought up to date"
        )


def _engine() -> ModuleType:
    return {"sqlite": sqlite, "postgresql": postgresql}[connection.vendor]


def _media_files() -> dict[str, Path]:
    root = Path(settings.MEDIA_ROOT)
    return {
        f"{MEDIA}/{path.relative_to(root).as_posix()}": path
        for path in sorted(root.rglob("*"))
        if path.is_file() and not path.is_symlink()
    }


def _put_media_back(unpacked: Path) -> None:
    """Move files to where they belong; what was added since stays, and harms nobody."""
    for path in sorted(unpacked.rglob("*")):
        if path.is_file():
            place = Path(settings.MEDIA_ROOT) / path.relative_to(unpacked)
            place.parent.mkdir(parents=True, exist_ok=True)
            path.replace(place)
