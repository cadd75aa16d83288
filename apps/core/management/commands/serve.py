"""`manage.py serve`: the production server."""

from __future__ import annotations

import os
import sys
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    """Become gunicorn, so that signals reach it."""

    help = "Serve with gunicorn on HOST and PORT (127.0.0.1:8000 unless they say otherwise)."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        """Replace this process."""
        self.stdout.write(f"Serving hipcare: {settings.PUBLIC_URL}")
        self.stdout.flush()
        os.chdir(settings.BASE_DIR)
        words = ["-m", "gunicorn", "--config", "python:hipcare.gunicorn_conf", "hipcare.wsgi:application"]
        os.execv(sys.executable, [sys.executable, *words])  # noqa: S606 (fixed words, no shell)
