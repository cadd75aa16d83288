"""Searching everything: a page that works without script, and the index for phones."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from apps.core.public_pages import public_page
from apps.guides.queries.search import index_for_phones, results
from apps.guides.search import KINDS


class SearchForm(forms.Form):
    """A question in a few words."""

    q = forms.CharField(
        label=_("What are you looking for?"),
        max_length=200,
        required=False,
        help_text=_("A few words are enough: “pain in bum when driving”."),
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off", "spellcheck": "false"}),
    )


@public_page
def search_page(request: HttpRequest) -> HttpResponse:
    """Show what answers the question in the address."""
    form = SearchForm(request.GET)
    question = form.cleaned_data["q"] if form.is_valid() else ""
    context = {"form": form, "question": question, "results": results(question), "kinds": KINDS}
    return render(request, "guides/search.html", context)


@public_page
def search_index(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 (Django's signature)
    """Answer with the index that phones search by themselves."""
    return JsonResponse(index_for_phones())
