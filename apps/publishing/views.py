"""The page of a live document, whatever its kind; what was withdrawn or has moved is answered here too."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render

from apps.core.public_pages import public_page
from apps.publishing.catalogue import Catalogue, Entry, catalogue
from apps.publishing.documents import Document
from apps.publishing.kinds import Kind, kinds
from apps.publishing.pages import page_versions
from apps.publishing.queries import history


@public_page
def document_page(request: HttpRequest, *, kind: str, slug: str) -> HttpResponse:
    """Show a live document, say that it was withdrawn, or lead on to its new address."""
    shelf = catalogue()
    entry = shelf.entry(kind, slug)
    if entry is None:
        return moved_or_missing(kind, slug, shelf)
    if entry.is_withdrawn:
        return render(request, "publishing/withdrawn.html", {"entry": entry}, status=410)
    document = shelf.find_any(kind, slug)
    assert document is not None  # noqa: S101 (the entry is live)
    return render(request, kinds[kind].template, page_context(kinds[kind], document, entry))


def page_context(kind: Kind, document: Document, entry: Entry | None) -> dict[str, object]:
    """Return what the page of a document is drawn from; `entry` is None in a preview."""
    changes = history(document_id=document.document_id, language=document.language)[:20] if entry else []
    versions = page_versions(kind, document)
    return {"document": document, "entry": entry, "changes": changes, "versions": versions, **kind.context(document)}


def moved_or_missing(kind: str, slug: str, shelf: Catalogue) -> HttpResponse:
    """Return a redirect to where the document of an old slug lives now; raises `Http404` where none does."""
    new_slug = shelf.moved_to(kind, slug)
    address = kinds[kind].address
    if new_slug is None or address is None:
        raise Http404
    return HttpResponsePermanentRedirect(address(new_slug))
