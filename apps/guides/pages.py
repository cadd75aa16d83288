"""The addresses of the guides app that no document stands for, for the sitemap and the pack."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse

from apps.core.registries import Page

NAMES = ("guides:guides", "guides:faq", "guides:glossary", "guides:claims", "guides:conditions", "guides:changes")


def guides_pages() -> Iterator[Page]:
    """Yield the list pages and the search."""
    for name in NAMES:
        yield Page(reverse(name))
    yield Page(reverse("guides:search"), queries=("q",))
    yield Page(reverse("guides:search_index"), in_sitemap=False)
