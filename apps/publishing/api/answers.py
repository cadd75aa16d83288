"""The shapes of the answers; the OpenAPI document is made from them."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from pydantic import BaseModel, ConfigDict

from apps.publishing.catalogue import Entry
from apps.publishing.kinds import kinds


class Answer(BaseModel):
    """A part of an answer."""

    model_config = ConfigDict(extra="forbid")


class KindSummary(Answer):
    """A kind of document, and how many are live."""

    kind: str
    count: int
    url: str


class Index(Answer):
    """What there is."""

    language: str
    kinds: list[KindSummary]
    openapi: str
    docs: str


class DocumentSummary(Answer):
    """A live document in a list; `address` is its page, null where it has none of its own."""

    id: UUID
    slug: str
    title: str
    summary: str
    version: int
    digest: str
    address: str | None
    url: str


class DocumentList(Answer):
    """The live documents of a kind, in order of slug."""

    kind: str
    language: str
    count: int
    items: list[DocumentSummary]


class PublicationInfo(Answer):
    """When and by whom this version was published; an empty reviewer means that there was none."""

    version: int
    digest: str
    live_from: datetime
    note: str
    editorial_reviewer: str
    clinical_reviewer: str
    address: str | None
    url: str


class Problem(BaseModel):
    """Why there is no answer (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str
    parameter: str | None = None
    """The query parameter that is wrong."""


def summary_of(entry: Entry) -> DocumentSummary:
    """Return a live entry for a list."""
    return DocumentSummary(
        id=entry.document_id,
        slug=entry.slug,
        title=entry.body["title"],
        summary=entry.body["summary"],
        version=entry.version,
        digest=entry.digest,
        address=page_address(entry),
        url=document_url(entry),
    )


def publication_of(entry: Entry) -> PublicationInfo:
    """Return what is known of a live entry besides its document."""
    return PublicationInfo(
        version=entry.version,
        digest=entry.digest,
        live_from=entry.begins,
        note=entry.note,
        editorial_reviewer=entry.editorial_reviewer,
        clinical_reviewer=entry.clinical_reviewer,
        address=page_address(entry),
        url=document_url(entry),
    )


def page_address(entry: Entry) -> str | None:
    """Return the path of the page, or None for a kind without pages."""
    address = kinds[entry.kind].address
    with translation.override(entry.language):
        return address(entry.slug) if address else None


def document_url(entry: Entry) -> str:
    """Return the path of the document in this API."""
    address = reverse("content_api:document", args=[entry.kind, entry.slug])
    return address if entry.language == settings.LANGUAGE_CODE else f"{address}?language={entry.language}"


def as_json(answer: Answer) -> dict[str, Any]:
    """Return plain JSON values."""
    return answer.model_dump(mode="json")
