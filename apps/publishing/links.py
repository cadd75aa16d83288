"""The links to pages of this site in a document's texts, and what each leads to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from django.conf import settings
from django.urls import Resolver404, ResolverMatch, resolve
from django.utils import translation

from apps.publishing.documents import Document
from apps.publishing.kinds import kinds
from apps.publishing.markdown import OWN_FILES, links_in
from apps.publishing.redirects import led_on
from apps.publishing.rules import texts_of

Pair = tuple[str, str]
"""The kind and the slug of a document."""
_LONGEST_SLUG = 80
_PARTS = re.compile(r"^(/[^/?#][^?#]*)(?:\?[^#]*)?(?:#(.*))?$")
"""An address of this site: its path and its anchor."""


def linked_documents(document: Document) -> Iterator[tuple[str, Pair]]:
    """Yield the field of each link to another document's page, and that document."""
    for field, path, anchor in _own_links(document):
        language = _language_of(path)
        # A link to a third language is for those who read that: it is not looked at here.
        if language in {document.language, settings.LANGUAGE_CODE} and (pair := _document_at(path, anchor, language)):
            yield field, pair


def dead_links(document: Document) -> Iterator[tuple[str, str]]:
    """Yield the field and the path of each link to an address at which this site has no page of any kind."""
    for field, path, _anchor in _own_links(document):
        if _match(path, _language_of(path)) is None and led_on(path) is None:
            yield field, path


def _own_links(document: Document) -> Iterator[tuple[str, str, str]]:
    for field, value in document.to_json().items():
        # A link in Markdown has its words in square brackets.
        texts = (text for text in texts_of(value) if "](" in text or "]:" in text)
        for address in (address for text in texts for address in links_in(text)):
            parts = _PARTS.match(address)
            if parts and not parts[1].startswith(OWN_FILES):
                yield field, unquote(parts[1]), unquote(parts[2] or "")


def _language_of(path: str) -> str:
    return translation.get_language_from_path(path) or settings.LANGUAGE_CODE


def _match(path: str, language: str) -> ResolverMatch | None:
    """Return what answers at a path; one without the last slash leads on to the one with it."""
    with translation.override(language):
        return _resolved(path) or _resolved(f"{path}/")


def _resolved(path: str) -> ResolverMatch | None:
    try:
        return resolve(path)
    except Resolver404:
        return None


def _document_at(path: str, anchor: str, language: str) -> Pair | None:
    """Return the document that a page shows, or the one that is explained at its anchor; None for other pages."""
    match = _match(path, language)
    if match is None:
        return None
    kind, slug = match.kwargs.get("kind"), match.kwargs.get("slug")
    if kind in kinds and slug:
        return str(kind), str(slug)[:_LONGEST_SLUG]
    with translation.override(language):
        address = f"{path}#{anchor}"
        explained = (one for one in kinds if anchor and one.explained_at and one.explained_at(anchor) == address)
        return next(((one.name, anchor[:_LONGEST_SLUG]) for one in explained), None)
