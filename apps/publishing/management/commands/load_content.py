"""`manage.py load_content`: bring the repository's content into the database and publish it."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from apps.publishing.first_content import load_content
from apps.publishing.phrases import load_phrases


class Command(BaseCommand):
    """Load the content files; what editors have changed is kept and named."""

    help = "Load and publish the content files of the repository. Editors' changes are never overwritten."

    def handle(self, *args: Any, **options: Any) -> None:
        """Load, with progress, and say what was done."""
        load_phrases()
        report = load_content(on_progress=self._progress)
        self.stdout.write(f"Published {len(report.published)}, unchanged {report.unchanged}.")
        for name in report.kept:
            self.stdout.write(f"Kept as edited here, differs from the file: {name}")
        if report.missing:
            raise CommandError("References lead nowhere:\n" + "\n".join(report.missing))

    def _progress(self, done: int, total: int) -> None:
        if done % 25 == 0 or done == total:
            self.stdout.write(f"  {done} of {total}")
