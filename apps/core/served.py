"""Static files as they are served: where they are, and what a script's file brings with it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from urllib.parse import unquote, urljoin

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage

from apps.core.modules import STATEMENT


def path_of(url: str) -> Path | None:
    """Return the file behind a static address: the collected one, or the source tree's where none are collected."""
    name = unquote(url.removeprefix(settings.STATIC_URL))
    collected = Path(staticfiles_storage.path(name)) if settings.STATIC_ROOT else None
    if collected and collected.is_file():
        return collected
    found = finders.find(name)
    return Path(found) if found and Path(found).is_file() else None


@cache
def imported_by(url: str) -> tuple[str, ...]:
    """Return the addresses of all modules that a script imports, and those import, in order of need.

    What is imported only when it is wanted (`import(…)`) is left out. FileNotFoundError for an address without file.
    """
    found: dict[str, None] = {}
    waiting = [url]
    while waiting:
        one = waiting.pop(0)
        path = path_of(one)
        if path is None:
            raise FileNotFoundError(one)
        for statement in STATEMENT.finditer(path.read_text(encoding="utf-8")):
            other = urljoin(one, statement["path"])
            if other != url and other not in found:
                found[other] = None
                waiting.append(other)
    return tuple(found)
