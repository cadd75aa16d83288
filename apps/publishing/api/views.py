"""The addresses of the content API."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from apps.core.public_pages import public_page
from apps.publishing.api.answers import (
    DocumentList,
    Index,
    KindSummary,
    as_json,
    publication_of,
    summary_of,
)
from apps.publishing.api.openapi import openapi_document
from apps.publishing.api.requests import ApiProblem, api_view, language_of
from apps.publishing.catalogue import Catalogue, Entry, catalogue
from apps.publishing.kinds import kinds
from apps.publishing.queries import current_slug


@api_view()
def index(request: HttpRequest) -> dict[str, Any]:
    """Name the kinds and how many documents each has."""
    language = language_of(request)
    shelf = catalogue(language, translated_only=True)
    counts = [
        KindSummary(kind=kind.name, count=len(entries_of(shelf, kind.name)), url=kind_url(kind.name)) for kind in kinds
    ]
    openapi, docs = reverse("content_api:openapi"), reverse("content_api:docs")
    return as_json(Index(language=language, kinds=counts, openapi=openapi, docs=docs))


@api_view()
def document_list(request: HttpRequest, kind: str) -> dict[str, Any]:
    """List the live documents of a kind."""
    language = language_of(request)
    check_kind(kind)
    items = [summary_of(entry) for entry in entries_of(catalogue(language, translated_only=True), kind)]
    return as_json(DocumentList(kind=kind, language=language, count=len(items), items=items))


@api_view()
def document(request: HttpRequest, kind: str, slug: str) -> dict[str, Any] | HttpResponse:
    """Return a document whole, with what is known of its publication, or lead on to where it lives now."""
    shelf = catalogue(language_of(request), translated_only=True)
    check_kind(kind)
    entry = shelf.entry(kind, slug)
    if entry is None:
        return moved(request, shelf.language, kind, slug)
    if entry.is_withdrawn:
        raise ApiProblem(410, _("Withdrawn"), entry.note)
    found = shelf.find_any(kind, slug)
    assert found is not None  # noqa: S101 (the entry is live)
    return {"publication": as_json(publication_of(entry)), "document": found.to_json()}


def moved(request: HttpRequest, language: str, kind: str, slug: str) -> HttpResponse:
    """Return a redirect to where the document of an old slug lives now; raises `ApiProblem`."""
    new_slug = current_slug(kind=kind, language=language, old_slug=slug)
    if new_slug is None:
        raise ApiProblem(404, _("Not found"), _("No live document of this kind has this slug."))
    query = request.META.get("QUERY_STRING", "")
    address = reverse("content_api:document", args=[kind, new_slug])
    return HttpResponsePermanentRedirect(f"{address}?{query}" if query else address)


@api_view(parameters=())
def openapi(request: HttpRequest) -> dict[str, Any]:  # noqa: ARG001 (Django's signature)
    """Describe the API for programs."""
    return openapi_document()


@public_page
def docs(request: HttpRequest) -> HttpResponse:
    """Describe the API for people."""
    return render(request, "publishing/api_docs.html", {"kinds": [(kind, kind_url(kind.name)) for kind in kinds]})


def check_kind(kind: str) -> None:
    """Raise `ApiProblem` for a kind that there is not."""
    if kind not in kinds:
        names = ", ".join(sorted(known.name for known in kinds))
        raise ApiProblem(404, _("Not found"), _("No such kind. Known: %(names)s.") % {"names": names})


def entries_of(shelf: Catalogue, kind: str) -> list[Entry]:
    """Return the live entries of a kind in order of slug."""
    return [entry for entry in shelf.entries() if entry.kind == kind]


def kind_url(kind: str) -> str:
    """Return the path of a list."""
    return reverse("content_api:list", args=[kind])
