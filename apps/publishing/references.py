"""Which documents a document names, in its fields and in the links of its texts, and which documents name it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import or_

from django.conf import settings
from django.db.models import F, Q, TextField
from django.db.models.functions import Cast
from django.utils import timezone

from apps.publishing.documents import Document
from apps.publishing.kinds import kinds
from apps.publishing.links import Pair, linked_documents
from apps.publishing.models import LivePeriod, Publication
from apps.publishing.queries import current_slug, live_periods


def references_of(document: Document) -> set[Pair]:
    """Return the (kind, slug) pairs that a document names or links to, without itself."""
    linked = {pair for _field, pair in linked_documents(document)}
    return ({*kinds[document.kind].references(document)} | linked) - {(document.kind, document.slug)}


def fields_that_name(document: Document, pair: Pair) -> list[str]:
    """Return the fields of a document that name another one, in the document's order."""
    linking = {field for field, linked in linked_documents(document) if linked == pair}
    slug = json.dumps(pair[1]) if pair in set(kinds[document.kind].references(document)) else ""
    return [
        name
        for name, value in document.to_json().items()
        if name in linking or (slug and isinstance(value, dict | list) and slug in json.dumps(value))
    ]


def missing_references(document: Document) -> list[Pair]:
    """Return the documents that a document names and that readers of its language do not get.

    One whose address has changed is not missing: its old address leads on.
    """
    wanted = references_of(document)
    languages = {document.language, settings.LANGUAGE_CODE}
    live = set(
        live_periods()
        .filter(language__in=languages)
        .filter(publication__act=Publication.Act.PUBLISH, slug__in={slug for _kind, slug in wanted})
        .values_list("kind", "slug")
    )
    return [
        (kind, slug)
        for kind, slug in sorted(wanted - live)
        if not any(current_slug(kind=kind, language=language, old_slug=slug) for language in languages)
    ]


@dataclass(frozen=True)
class Referring:
    """A publication that names a document."""

    document: Document
    begins: datetime | None
    """When readers will get it; None where they do already."""


def documents_that_refer_to(publication: Publication) -> list[Referring]:
    """Return what names a live document and is, or will be, what readers get: what breaks when it is withdrawn.

    Publications in other languages count where these have no translation of it, and lead to it.
    """
    now = timezone.now()
    same = {"document_id": publication.document_id, "language": publication.language}
    slugs = set(LivePeriod.objects.filter(**same).values_list("slug", flat=True))
    rows = (
        Publication.objects.filter(Q(period__ends=None) | Q(period__ends__gt=now), period__isnull=False)
        .filter(act=Publication.Act.PUBLISH, language__in=_languages_that_get(publication))
        .exclude(period__ends=F("period__begins"))
        .exclude(document_id=publication.document_id)
        .annotate(text=Cast("body", TextField()))
        .filter(reduce(or_, (Q(text__contains=slug) for slug in slugs)))
        .order_by("kind", "slug", "language", "live_from")
    )
    names = {(publication.kind, slug) for slug in slugs}
    documents = ((kinds[row.kind].document_class.from_json(row.body), row) for row in rows if row.kind in kinds)
    return [
        Referring(document, row.live_from if row.live_from > now else None)
        for document, row in documents
        if names & references_of(document)
    ]


def _languages_that_get(publication: Publication) -> set[str]:
    """Return the languages whose readers get this document, and no translation of it."""
    return {publication.language, *_untranslated(publication)}


def _untranslated(publication: Publication) -> Iterator[str]:
    if publication.language == settings.LANGUAGE_CODE:
        live = live_periods().filter(document_id=publication.document_id, publication__act=Publication.Act.PUBLISH)
        translated = set(live.values_list("language", flat=True))
        yield from (code for code, _name in settings.LANGUAGES if code not in translated)
