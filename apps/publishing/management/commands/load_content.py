"""`manage.py load_content`: bring the repository's content into the database and publish it."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from apps.publishing.content_report import Entry, Outcome
from apps.publishing.first_content import Report, load_content
from apps.publishing.phrases import load_phrases

_COUNTED = {Outcome.NEW, Outcome.UNCHANGED}
"""Named only when more is asked for: on a first load that is every file."""


class Command(BaseCommand):
    """Load the content files; what editors have changed is kept and named."""

    help = "Load and publish the content files of the repository. Editors' changes are never overwritten."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take `--dry-run`."""
        parser.add_argument("--dry-run", action="store_true", help="say what would be done, and do nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        """Load, with progress, and say of every document what was done and what differs."""
        dry_run = bool(options["dry_run"])
        if not dry_run:
            load_phrases()
        report = load_content(dry_run=dry_run, on_progress=self._progress)
        for entry in report.entries:
            if dry_run or int(options["verbosity"]) > 1 or entry.outcome not in _COUNTED:
                self.stdout.write(_line(entry))
        self.stdout.write(_summary(report, "Would publish" if dry_run else "Published"))
        if report.missing:
            raise CommandError("References lead nowhere:\n" + "\n".join(report.missing))

    def _progress(self, done: int, total: int) -> None:
        if done % 25 == 0 or done == total:
            self.stdout.write(f"  {done} of {total}")


def _line(entry: Entry) -> str:
    why = f" ({entry.why})" if entry.why else ""
    fields = f"; differs in: {', '.join(entry.fields)}" if entry.fields else ""
    return f"{entry.place}: {entry.outcome.value}{why}{fields}"


def _summary(report: Report, published: str) -> str:
    counts = {outcome: len(report.names(outcome)) for outcome in Outcome}
    return (
        f"{published} {len(report.published)} ({counts[Outcome.NEW]} new, {counts[Outcome.UPDATED]} updated), "
        f"unchanged {counts[Outcome.UNCHANGED]}, kept {counts[Outcome.KEPT]}, not taken {counts[Outcome.REFUSED]}."
    )
