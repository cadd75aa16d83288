"""Which live documents point to a document: what breaks when it is withdrawn."""

from __future__ import annotations

from apps.publishing.catalogue import catalogue
from apps.publishing.documents import Document
from apps.publishing.kinds import kinds


def documents_that_refer_to(*, kind: str, slug: str, language: str) -> list[Document]:
    """Return the live documents that name this one, in order of kind and slug."""
    shelf = catalogue(language, translated_only=True)
    return [
        document
        for entry in shelf.entries()
        if (entry.kind, entry.slug) != (kind, slug)
        and (document := shelf.find_any(entry.kind, entry.slug)) is not None
        and (kind, slug) in set(kinds[entry.kind].references(document))
    ]
