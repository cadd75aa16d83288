"""Files between their dry run and their import, in the cache that all processes share."""

from __future__ import annotations

import secrets
from typing import Any

from django.core.cache import caches

from apps.core.models import User

_SECONDS = 60 * 60


def keep(user: User, data: bytes, language: str) -> str:
    """Keep a file for an hour; returns what fetches it."""
    token = secrets.token_urlsafe(16)
    caches["default"].set(_key(user, token), {"data": data, "language": language}, _SECONDS)
    return token


def fetch(user: User, token: str) -> tuple[bytes, str] | None:
    """Return the file and its language to whoever kept it; None where it is gone, or somebody else's."""
    found: dict[str, Any] | None = caches["default"].get(_key(user, token))
    return (found["data"], found["language"]) if found else None


def forget(user: User, token: str) -> None:
    """Forget a file that was imported."""
    caches["default"].delete(_key(user, token))


def _key(user: User, token: str) -> str:
    safe = "".join(one for one in token if one.isalnum() or one in "-_")[:40]
    return f"import:{user.pk}:{safe}"
