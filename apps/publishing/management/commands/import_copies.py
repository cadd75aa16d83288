"""`manage.py import_copies`: take working copies in from JSON, all or nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError as FormError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from apps.publishing.exchange.files import read_rows
from apps.publishing.exchange.report import RowReport, State
from apps.publishing.exchange.services import AllRights, run_import
from apps.publishing.models import LoggedAct, WorkingCopy
from apps.publishing.workflow.services import log


class Command(BaseCommand):
    """Take a file in, or say what it would do."""

    help = "Take working copies in from a file of export_copies. Nothing is published."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take a file, a language and `--dry-run`."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="say what would be done, and do nothing")
        parser.add_argument("--language", default="", choices=[code for code, _ in settings.LANGUAGES])

    def handle(self, *args: Any, **options: Any) -> None:
        """Import, and say of every row what became of it."""
        try:
            rows = read_rows(options["file"].read_bytes(), most=None)
        except OSError as error:
            raise CommandError(str(error)) from error
        except FormError as error:
            raise CommandError(" ".join(error.messages)) from error
        dry_run = bool(options["dry_run"])
        report = run_import(rows=rows, rights=AllRights(), language=options["language"], commit=not dry_run, log=_log)
        for row in report.rows:
            if row.state is not State.UNCHANGED:
                self.stdout.write(_line(row))
        self.stdout.write(", ".join(f"{words.lower()} {count}" for words, count in report.counts))
        if not report.is_right:
            raise CommandError("Nothing was imported.")


def _log(working_copy: WorkingCopy, is_new: bool) -> None:
    act = LoggedAct.Act.ADDED if is_new else LoggedAct.Act.EDITED
    log(working_copy, act, "import_copies", _("Imported from a file."))


def _line(row: RowReport) -> str:
    fields = "; ".join(difference.label for difference in row.differences)
    wrong = "; ".join(f"{label}: {' '.join(said)}" if label else " ".join(said) for label, said in row.problems.items())
    return f"{row.number}. {row.kind} {row.title}: {row.state.words.lower()} ({wrong or fields})"
