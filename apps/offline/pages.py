"""The addresses of this app, for the pack."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse

from apps.core.registries import Page


def offline_pages() -> Iterator[Page]:
    """Yield the page about the phone, which is also what a missing page shows, and the manifest."""
    yield Page(reverse("offline:offline"), in_sitemap=False, must=True)
    yield Page(reverse("offline_machines:manifest"), in_sitemap=False)
