"""`manage.py export_copies`: write working copies as JSON."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from apps.publishing.exchange.files import export_text
from apps.publishing.kinds import kinds


class Command(BaseCommand):
    """Write the working copies of some kinds, or of all, to the standard output."""

    help = "Write working copies as JSON, to be changed or translated and taken in by import_copies."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take kinds and a language."""
        parser.add_argument("kinds", nargs="*", metavar="kind", help="such as stretch; all of them unless named")
        parser.add_argument(
            "--language", default=settings.LANGUAGE_CODE, choices=[code for code, _ in settings.LANGUAGES]
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Write."""
        chosen = [kind for kind in kinds if not options["kinds"] or kind.name in options["kinds"]]
        rows = (kind.working_copy._default_manager.filter(language=options["language"]) for kind in chosen)
        self.stdout.write(export_text(copy for copies in rows for copy in copies.order_by("slug")), ending="")
