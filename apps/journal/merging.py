"""When two versions are the same, and how two versions of a profile become one."""

from __future__ import annotations

import json
from typing import Any

Fields = dict[str, Any]


def same_content(one: Fields | None, other: Fields | None) -> bool:
    """Tell whether two versions say the same; `true` is not `1`, but `1.0` is."""
    return canonical(one) == canonical(other)


def merged_profile(current: Fields | None, sent: Fields, *, union: bool) -> Fields:
    """Return the profile with the fields that were sent; `union` keeps every caution that either side has.

    Leaving a caution out takes it away only from someone who had seen the current version.
    """
    merged = {**(current or {}), **sent}
    kept, added = (current or {}).get("cautions") or [], sent.get("cautions") or []
    if union and (kept or added):
        merged["cautions"] = sorted({*kept, *added})
    return merged


def canonical(value: Fields | None) -> str:
    """Return one text for everything that says the same."""
    return json.dumps(_whole_numbers(value), sort_keys=True)


def _whole_numbers(value: Any) -> Any:
    match value:
        case float() if value.is_integer():
            return int(value)
        case dict():
            return {key: _whole_numbers(inner) for key, inner in value.items()}
        case list():
            return [_whole_numbers(inner) for inner in value]
    return value
