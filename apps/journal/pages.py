"""The journal's own addresses, for the pack: shells that fill themselves from the device's store."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse

from apps.core.registries import Page

NAMES = ("list", "new", "measures", "trends", "report", "backup")


def journal_pages() -> Iterator[Page]:
    """Yield every page of the journal; none has anybody's data in it."""
    for name in NAMES:
        yield Page(reverse(f"journal:{name}"), must=name in {"list", "new"})
