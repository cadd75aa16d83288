"""`manage.py backup FILE`: everything that cannot be made again, in one file."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from apps.core.backups.archive import BrokenArchive
from apps.core.backups.postgresql import ToolFailed
from apps.core.backups.services import make_backup


class Command(BaseCommand):
    """Back up while serving."""

    help = "Write the database and the media into one archive. Works while hipcare serves."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the archive's name."""
        parser.add_argument("file", type=Path, help="the archive to write, such as backup.tar.gz")

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        """Back up and say what the archive holds."""
        target = file.expanduser().resolve()
        if not target.parent.is_dir():
            raise CommandError(f"There is no folder {target.parent}; make it first.")
        try:
            manifest = make_backup(target)
        except (OSError, ToolFailed, BrokenArchive) as error:
            raise CommandError(f"No backup was made: {error}. {target} is as it was.") from error
        size = target.stat().st_size
        self.stdout.write(f"Wrote {target}: {len(manifest.files)} files, {size} bytes, checked.")
