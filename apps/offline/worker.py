"""The text of the service worker: static parts, joined in a fixed order."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from django.conf import settings

PARTS = (
    "store.js",
    "download.js",
    "results.js",
    "pack.js",
    "strategies.js",
    "routes.js",
    "notifications.js",
    "lifecycle.js",
)
KILL_SWITCH = ("kill.js",)


@cache
def worker_text(*, killed: bool) -> str:
    """Return the worker, or the one that removes itself and everything it has stored."""
    folder = Path(settings.BASE_DIR) / "static" / "sw"
    return "\n".join((folder / part).read_text(encoding="utf-8") for part in (KILL_SWITCH if killed else PARTS))
