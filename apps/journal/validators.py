"""What any record must be like, whatever its kind, so that every database gives it back byte for byte."""

from __future__ import annotations

import json
import math
from typing import Any

LARGEST_RECORD = 64 * 1024
"""Bytes of one record as JSON."""
DEEPEST = 12
"""Levels of nesting."""


def unstorable_path(value: Any, *, depth: int = 0) -> str | None:
    """Return where a JSON value holds what not every database and client can give back, or None.

    That is: NUL and lone surrogates in texts, numbers that are not finite or larger than a float holds
    exactly, and nesting deeper than `DEEPEST`. The path is dotted, such as `regions.0.name`.
    """
    match value:
        case str():
            return None if _is_plain(value) else ""
        case bool() | None:
            return None
        case int():
            return None if abs(value) <= 2**53 else ""
        case float():
            return None if math.isfinite(value) and abs(value) <= 2**53 else ""
        case dict() | list():
            return "" if depth >= DEEPEST else _first_inside(value, depth)
    return ""


def is_too_large(data: dict[str, Any]) -> bool:
    """Tell whether a record is larger than `LARGEST_RECORD`."""
    return len(json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8")) > LARGEST_RECORD


def _is_plain(text: str) -> bool:
    return not any(letter == "\0" or "\ud800" <= letter <= "\udfff" for letter in text)


def _first_inside(value: dict[str, Any] | list[Any], depth: int) -> str | None:
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in items:
        if isinstance(key, str) and not _is_plain(key):
            return ""
        path = unstorable_path(inner, depth=depth + 1)
        if path is not None:
            return f"{key}.{path}" if path else str(key)
    return None
