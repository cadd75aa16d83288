"""The words that a text explains in place."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse
from django.utils.safestring import SafeString

from apps.guides.documents.reading import TermDocument
from apps.guides.explaining import explain
from apps.publishing.catalogue import Catalogue
from apps.publishing.documents import Document


def explain_words(shelf: Catalogue, document: Document, texts: Iterable[str]) -> list[SafeString]:
    """Return safe HTML texts of a document with the first use of each word linked, in all texts taken together."""
    words = words_in_place(shelf, document.language)
    explained: set[str] = set()
    return [explain(html, words, reverse("guides:glossary"), explained) for html in texts]


def words_in_place(shelf: Catalogue, language: str) -> dict[str, str]:
    """Return the forms of the words of a language that texts explain, in small letters, with their entries' slugs."""
    terms = [term for term in shelf.all(TermDocument) if term.in_place and term.language == language]
    return {form.lower(): term.slug for term in terms for form in (term.title, *term.also)}
