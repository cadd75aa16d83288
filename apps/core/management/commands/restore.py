"""`manage.py restore FILE`: put a backup back."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from apps.core.backups.archive import BrokenArchive
from apps.core.backups.postgresql import ToolFailed
from apps.core.backups.services import Refused, restore_backup


class Command(BaseCommand):
    """Restore while serving."""

    help = "Put a backup in the place of the database. Works while hipcare serves; everybody is signed out."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the archive's name."""
        parser.add_argument("file", type=Path, help="an archive that `manage.py backup` has written")
        parser.add_argument("--force", action="store_true", help="also where the schema is older than here")

    def handle(self, *args: Any, file: Path, force: bool, **options: Any) -> None:
        """Restore and say from when."""
        source = file.expanduser().resolve()
        try:
            manifest = restore_backup(source, force=force)
        except TimeoutError as error:
            raise CommandError(
                "Nothing was restored: another process keeps writing. Stop hipcare and restore again."
            ) from error
        except (OSError, ToolFailed, BrokenArchive, Refused) as error:
            raise CommandError(f"Nothing was restored: {error}.") from error
        self.stdout.write(f"Restored {source}, made at {manifest.made_at}. Everybody signs in again.")
