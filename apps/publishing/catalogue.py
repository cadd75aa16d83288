"""Everything that readers can see at one content version, read with one query and shared by a process."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from threading import Lock
from typing import Any, TypeVar
from uuid import UUID

from django.conf import settings
from django.utils.translation import get_language

from apps.core.registries import content_version
from apps.publishing.documents import Document
from apps.publishing.kinds import kinds
from apps.publishing.models import Publication
from apps.publishing.queries import current_slug, live_periods

AnyDocument = TypeVar("AnyDocument", bound=Document)


@dataclass(frozen=True)
class Entry:
    """A live publication, without its document."""

    act: str
    kind: str
    slug: str
    language: str
    document_id: UUID
    version: int
    digest: str
    note: str
    editorial_reviewer: str
    clinical_reviewer: str
    begins: datetime
    body: dict[str, Any]

    @property
    def is_withdrawn(self) -> bool:
        """Whether readers get an explanation instead of the document."""
        return self.act == Publication.Act.WITHDRAW


_COLUMNS = (
    "publication__act", "kind", "slug", "language", "document_id", "publication__version", "publication__digest",
    "publication__note", "publication__editorial_reviewer", "publication__clinical_reviewer", "begins",
    "publication__body",
)  # fmt: skip


class Catalogue:
    """The live documents that readers of a language get; a document is parsed when it is first asked for.

    Where a document is not published in the language, the one of `instead` stands in, under its own slug.
    """

    def __init__(self, entries: Iterable[Entry], language: str, instead: str = "") -> None:
        self.language = language
        self._instead = instead
        self._live: dict[tuple[str, str], Entry] = {}
        self._withdrawn: dict[tuple[str, str], Entry] = {}
        self._moved: dict[tuple[str, str], str | None] = {}
        self._documents: dict[tuple[str, str], Document] = {}
        wanted = [entry for entry in entries if entry.language in {language, instead}]
        self._put([entry for entry in wanted if entry.language == language])
        self._put([entry for entry in wanted if entry.language != language])
        self._live = dict(sorted(self._live.items()))

    def _put(self, entries: list[Entry]) -> None:
        """Take entries in, but for documents and addresses that there are already."""
        slugs = {entry.document_id: entry.slug for entry in self._live.values()}
        for entry in entries:
            key = (entry.kind, entry.slug)
            if entry.document_id in slugs:
                self._moved[key] = slugs[entry.document_id]
            elif entry.is_withdrawn:
                self._withdrawn.setdefault(key, entry)
            else:
                self._live.setdefault(key, entry)

    def entry(self, kind: str, slug: str) -> Entry | None:
        """Return what is known of a live or withdrawn address, or None."""
        return self._live.get((kind, slug)) or self._withdrawn.get((kind, slug))

    def entry_of(self, document_id: UUID) -> Entry | None:
        """Return what is known of a live document, or None."""
        return next((entry for entry in self._live.values() if entry.document_id == document_id), None)

    def find(self, document_class: type[AnyDocument], slug: str) -> AnyDocument | None:
        """Return a live document, or None."""
        key = (document_class.kind, self.slug_now(document_class.kind, slug))
        if key not in self._live:
            return None
        if key not in self._documents:
            self._documents[key] = document_class.from_json(self._live[key].body)
        document = self._documents[key]
        assert isinstance(document, document_class)  # noqa: S101 (tells the type checker)
        return document

    def other_language(self, document: Document) -> str:
        """Return the language of a document that stands in for a translation, else ""."""
        return "" if document.language == self.language else document.language

    def slug_now(self, kind: str, slug: str) -> str:
        """Return where a document lives that others may still name by an old slug or by that of `instead`."""
        return slug if (kind, slug) in self._live else self.moved_to(kind, slug) or slug

    def slugs_here(self, kind: str, slugs: Iterable[str]) -> tuple[str, ...]:
        """Return the slugs that a document names, each as this language has it; for comparing, without a query."""
        return tuple(self._moved.get((kind, slug)) or slug for slug in slugs)

    def moved_to(self, kind: str, slug: str) -> str | None:
        """Return the address of the document that has or had this one at another time or in `instead`, or None."""
        key = (kind, slug)
        if key not in self._moved:
            self._moved[key] = self._look_up(kind, slug)
        return self._moved[key]

    def _look_up(self, kind: str, slug: str) -> str | None:
        found = current_slug(kind=kind, language=self.language, old_slug=slug)
        if found is None and self._instead:
            found = current_slug(kind=kind, language=self._instead, old_slug=slug)
            found = found and self._moved.get((kind, found), found)
        return found

    def all(self, document_class: type[AnyDocument]) -> list[AnyDocument]:
        """Return the live documents of a kind in order of slug."""
        slugs = [slug for kind, slug in self._live if kind == document_class.kind]
        return [document for slug in slugs if (document := self.find(document_class, slug)) is not None]

    def entries(self) -> list[Entry]:
        """Return all live entries in order of kind and slug."""
        return list(self._live.values())

    def find_any(self, kind: str, slug: str) -> Document | None:
        """Return a live document by the code of its kind, or None."""
        return self.find(kinds[kind].document_class, slug) if kind in kinds else None


class _Shelf:
    """What was read at one content version."""

    def __init__(self, version: str) -> None:
        self.version = version
        rows = live_periods().order_by("kind", "slug").values_list(*_COLUMNS)
        self._entries = [Entry(*row) for row in rows]
        self._catalogues: dict[tuple[str, str], Catalogue] = {}

    def catalogue(self, language: str, instead: str) -> Catalogue:
        """Return the catalogue of a language, made when it is first asked for."""
        key = (language, instead)
        if key not in self._catalogues:
            self._catalogues[key] = Catalogue(self._entries, language, instead)
        return self._catalogues[key]


_shelves: list[_Shelf] = []
_lock = Lock()


def catalogue(language: str | None = None, *, translated_only: bool = False) -> Catalogue:
    """Return the catalogue of a language (that of the request by default) as it is now.

    What is not translated is there in the default language, unless `translated_only`. One query for the content
    version; one more where the version has changed since this process last read.
    """
    language = language or get_language() or settings.LANGUAGE_CODE
    default = "" if translated_only or language == settings.LANGUAGE_CODE else settings.LANGUAGE_CODE
    version = content_version.read()
    shelf = _shelves[-1] if _shelves else None
    if shelf is None or shelf.version != version:
        with _lock:
            shelf = _Shelf(version)
            _shelves[:] = [shelf]
    return shelf.catalogue(language, default)


def clear_catalogues() -> None:
    """Forget what was read; for tests, whose databases roll back."""
    _shelves.clear()
