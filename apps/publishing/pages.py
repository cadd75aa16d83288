"""The addresses of all live documents, for the sitemap and the pack."""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings
from django.utils import translation

from apps.core.languages import PageVersion
from apps.core.registries import Page
from apps.publishing.catalogue import catalogue
from apps.publishing.documents import Document
from apps.publishing.kinds import Kind, kinds


def document_pages() -> Iterator[Page]:
    """Yield the page of each live document whose kind has pages."""
    shelf = catalogue()
    for entry in shelf.entries():
        if entry.kind in kinds and (address := kinds[entry.kind].address):
            yield Page(
                address(entry.slug),
                must=kinds[entry.kind].essential,
                changed=entry.begins.date().isoformat(),
                key=str(entry.document_id),
                translated=entry.language == shelf.language,
            )


def page_versions(kind: Kind, document: Document) -> list[PageVersion]:
    """Return where a document can be read in each language, and whether it is translated there."""
    versions = []
    for language, _name in settings.LANGUAGES:
        entry = catalogue(language).entry_of(document.document_id)
        if kind.address and entry:
            with translation.override(language):
                address = kind.address(entry.slug)
            versions.append(PageVersion(language, address, translated=entry.language == language))
    return versions
