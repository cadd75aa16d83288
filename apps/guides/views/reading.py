"""The pages that list what there is to read; a guide or a check is `publishing.views.document_page`."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from apps.core.public_pages import public_page
from apps.guides.documents.reading import CheckDocument, ClaimDocument, ConditionDocument, FaqDocument, TermDocument
from apps.guides.queries.reading import (
    claims_in_order,
    conditions_in_order,
    faqs_by_topic,
    guides_by_topic,
    terms_in_order,
)
from apps.guides.queries.shared_pages import about_shared_page
from apps.publishing.catalogue import catalogue
from apps.publishing.changes import changes


@public_page
def guide_list(request: HttpRequest) -> HttpResponse:
    """List the guides by topic, and the self-checks."""
    shelf = catalogue()
    context = {"groups": guides_by_topic(shelf), "checks": shelf.all(CheckDocument)}
    return render(request, "guides/guide_list.html", context)


@public_page
def faq(request: HttpRequest) -> HttpResponse:
    """Show every question with its answer, by topic."""
    shelf = catalogue()
    context = {"groups": faqs_by_topic(shelf), "about": about_shared_page(shelf, FaqDocument)}
    return render(request, "guides/faq.html", context)


@public_page
def glossary(request: HttpRequest) -> HttpResponse:
    """Explain words, in alphabetical order."""
    shelf = catalogue()
    context = {"terms": terms_in_order(shelf), "about": about_shared_page(shelf, TermDocument)}
    return render(request, "guides/glossary.html", context)


@public_page
def claims(request: HttpRequest) -> HttpResponse:
    """Tell what is said, what is known and what hipcare does."""
    shelf = catalogue()
    context = {"claims": claims_in_order(shelf), "about": about_shared_page(shelf, ClaimDocument)}
    return render(request, "guides/claims.html", context)


@public_page
def conditions(request: HttpRequest) -> HttpResponse:
    """Show the cards about other conditions."""
    shelf = catalogue()
    context = {"conditions": conditions_in_order(shelf), "about": about_shared_page(shelf, ConditionDocument)}
    return render(request, "guides/conditions.html", context)


@public_page
def changes_page(request: HttpRequest) -> HttpResponse:
    """List what changed on any page in the last twelve months."""
    return render(request, "guides/changes.html", {"changes": changes(catalogue())})
