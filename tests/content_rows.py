"""The content that ships, as rows that a test can have in a moment."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from typing import Any

from apps.publishing.content_files import content_paths, read_document
from apps.publishing.documents import Document
from apps.publishing.kinds import kinds
from apps.publishing.models import ContentCounter, LivePeriod, Publication, lay_out_periods

PUBLISHED = datetime(2026, 11, 1, tzinfo=UTC)


@cache
def shipped_documents() -> tuple[Document, ...]:
    """Return every document of the content files."""
    return tuple(read_document(path, kind.document_class) for kind in kinds for path in content_paths(kind.folder))


def shipped(kind: str, slug: str) -> Any:
    """Return one document of the content files, in English."""
    return next(one for one in shipped_documents() if (one.kind, one.slug, one.language) == (kind, slug, "en"))


@cache
def publication_values() -> tuple[dict[str, Any], ...]:
    """Return the columns of a first publication of every document."""
    return tuple(
        {
            "act": Publication.Act.PUBLISH,
            "kind": document.kind,
            "document_id": document.document_id,
            "language": document.language,
            "version": 1,
            "slug": document.slug,
            "title": document.title,
            "body": document.to_json(),
            "digest": document.digest,
            "note": "First published.",
            "live_from": PUBLISHED,
        }
        for document in shipped_documents()
    )


def insert_publications() -> None:
    """Publish every document of the content files, without working copies; two inserts."""
    publications = Publication.objects.bulk_create(Publication(**values) for values in publication_values())
    LivePeriod.objects.bulk_create(period for one in publications for period in lay_out_periods([one]))
    ContentCounter.objects.update_or_create(pk=1, defaults={"number": 1})
