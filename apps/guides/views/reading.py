"""The pages that list what there is to read; a guide or a check is `publishing.views.document_page`."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from apps.core.public_pages import public_page
from apps.guides.documents.reading import CheckDocument
from apps.guides.queries.reading import (
    claims_in_order,
    conditions_in_order,
    faqs_by_topic,
    guides_by_topic,
    terms_in_order,
)
from apps.publishing.catalogue import catalogue


@public_page
def guide_list(request: HttpRequest) -> HttpResponse:
    """List the guides by topic, and the self-checks."""
    shelf = catalogue()
    context = {"groups": guides_by_topic(shelf), "checks": shelf.all(CheckDocument)}
    return render(request, "guides/guide_list.html", context)


@public_page
def faq(request: HttpRequest) -> HttpResponse:
    """Show every question with its answer, by topic."""
    return render(request, "guides/faq.html", {"groups": faqs_by_topic(catalogue())})


@public_page
def glossary(request: HttpRequest) -> HttpResponse:
    """Explain words, in alphabetical order."""
    return render(request, "guides/glossary.html", {"terms": terms_in_order(catalogue())})


@public_page
def claims(request: HttpRequest) -> HttpResponse:
    """Tell what is said, what is known and what hipcare does."""
    return render(request, "guides/claims.html", {"claims": claims_in_order(catalogue())})


@public_page
def conditions(request: HttpRequest) -> HttpResponse:
    """Show the cards about other conditions."""
    return render(request, "guides/conditions.html", {"conditions": conditions_in_order(catalogue())})
