"""`manage.py prepare`: everything between installing and serving; a second time it takes a moment."""

from __future__ import annotations

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from apps.core import preparation


class Command(BaseCommand):
    """Bring database, content, static files and the first editor up to date."""

    help = "Migrate, load the content, collect static files and make the first editor; skips what is done."

    def handle(self, *args: Any, **options: Any) -> None:
        """Do what has not been done yet."""
        if preparation.needs_migration():
            self._say("Preparing the database")
            call_command("migrate", interactive=False, verbosity=0)
            call_command("createcachetable", verbosity=0)
        if not preparation.content_is_loaded():
            self._say("Loading the content")
            call_command("load_content", stdout=self.stdout)
            preparation.note_content_loaded()
        if not preparation.static_is_collected():
            self._say("Collecting static files")
            call_command("collectstatic", interactive=False, verbosity=0)
            preparation.note_static_collected()
        call_command("first_editor", stdout=self.stdout)
        self._say("hipcare is ready")

    def _say(self, words: str) -> None:
        self.stdout.write(words)
        self.stdout.flush()
