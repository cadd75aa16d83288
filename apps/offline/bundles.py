"""Bundles: the texts of many packed addresses in one answer.

Pages share most of their mark-up, so hundreds of them compressed together weigh less than half of what they weigh
one by one, and a phone on a poor line asks a dozen times instead of hundreds of times. What a phone has already it
never fetches in a bundle again: see `static/sw/pack.js`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

LARGEST = 1_800_000
"""Bytes of text in one bundle. A download that is cut loses one of them; brotli's window holds it whole, and each
bundle more costs a phone some 13 kB, since it cannot refer to the texts of another."""

_TEXTS = (".html", ".css", ".js", ".json", ".svg")


def bundled(entries: Iterable[dict[str, Any]]) -> list[list[str]]:
    """Return the addresses of each bundle: what must be there in bundles of its own, neighbours together."""
    must: list[dict[str, Any]] = []
    rest: list[dict[str, Any]] = []
    for entry in entries:
        if _is_text(entry["url"]):
            (must if entry["must"] else rest).append(entry)
    return [*_filled(must), *_filled(rest)]


def _is_text(url: str) -> bool:
    return url.endswith(("/", *_TEXTS))


def _filled(entries: list[dict[str, Any]]) -> Iterator[list[str]]:
    bundle: list[str] = []
    size = 0
    for entry in entries:
        if bundle and size + entry["bytes"] > LARGEST:
            yield bundle
            bundle, size = [], 0
        bundle.append(entry["url"])
        size += entry["bytes"]
    if bundle:
        yield bundle
