"""The page of the danger signs."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from apps.core.public_pages import public_page
from apps.guides.queries.safety import find_safety
from apps.publishing.catalogue import catalogue
from apps.publishing.kinds import kinds
from apps.publishing.views import page_context


@public_page
def safety_page(request: HttpRequest) -> HttpResponse:
    """Show the danger signs, what to do about them, and whom to call."""
    shelf = catalogue()
    document = find_safety(shelf)
    if document is None:
        raise Http404
    kind = kinds[document.kind]
    context = page_context(kind, document, shelf.entry(kind.name, document.slug))
    return render(request, kind.template, context)
