"""Core's own addresses, for the sitemap and the pack."""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from apps.core.languages import address_without_language
from apps.core.registries import Page, pages

PLAIN_PAGES = ("about", "privacy", "accessibility", "contact", "settings")


def core_pages() -> Iterator[Page]:
    """Yield home and the plain pages; `source` tells that home was opened from the home screen."""
    yield Page(reverse("core:home"), must=True, queries=("source",))
    for name in PLAIN_PAGES:
        yield Page(reverse(f"core:{name}"))


def listed_pages() -> Iterator[tuple[Page, dict[str, str]]]:
    """Yield what search engines should list, in every language, each with its addresses by language.

    What is not translated stands there in the default language only.
    """
    found: list[tuple[str, Page]] = []
    addresses: dict[str, dict[str, str]] = {}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            for page in pages:
                if page.in_sitemap and page.translated:
                    key = page.key or address_without_language(page.url)
                    found.append((key, page))
                    addresses.setdefault(key, {})[language] = page.url
    yield from ((page, addresses[key]) for key, page in found)
