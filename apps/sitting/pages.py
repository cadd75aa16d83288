"""The sitting guide's own addresses, for the sitemap and the pack."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse

from apps.core.registries import Page


def sitting_pages() -> Iterator[Page]:
    """Yield the guide, the timer, the sampler and drive mode."""
    yield Page(reverse("sitting:guide"), must=True, queries=("seat", "eases", "raise", "kneel"))
    yield Page(reverse("sitting:timer"), must=True)
    yield Page(reverse("sitting:sampler"), queries=("position",))
    yield Page(reverse("sitting:drive"), must=True)
    yield Page(reverse("sitting:seat"))
    yield Page(reverse("sitting:trip"))
