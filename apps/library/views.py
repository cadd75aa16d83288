"""The library's list pages; the page of one document is `publishing.views.document_page`."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from apps.core.public_pages import public_page
from apps.library.filters import FindForm, Wish, droppable, moves_for
from apps.library.queries import (
    caution_only_stretches,
    listed_stretches,
    muscle_links,
    muscles_by_view,
    plans_with_routines,
    routines_by_situation,
    swaps_of,
)
from apps.publishing.catalogue import catalogue


@public_page
def stretch_list(request: HttpRequest) -> HttpResponse:
    """List the stretches that answer the filters in the address."""
    shelf = catalogue()
    form = FindForm(request.GET, shelf=shelf)
    wish = Wish.from_form(form)
    moves = moves_for(listed_stretches(shelf), shelf)
    found = [move for move in moves if move.answers(wish)]
    context = {
        "form": form,
        "wish": wish,
        "moves": moves,
        "found": {move.document.slug for move in found},
        "count": len(found),
        "droppable": [] if found else drop_links(request, form, droppable(moves, wish)),
    }
    return render(request, "library/stretch_list.html", context)


def drop_links(request: HttpRequest, form: FindForm, drops: list[tuple[tuple[str, ...], int]]) -> list[dict[str, Any]]:
    """Return label, count and address for each filter, or filters together, that could be dropped."""
    links = []
    for groups, count in drops:
        query = request.GET.copy()
        for group in groups:
            query.pop(group)
        label = " + ".join(str(form.fields[group].label) for group in groups)
        links.append({"label": label, "count": count, "query": query.urlencode()})
    return links


@public_page
def know_before_you_go_deep(request: HttpRequest) -> HttpResponse:
    """List the moves that are only to know about, each with what to do instead."""
    shelf = catalogue()
    moves = [(move, swaps_of(move, shelf)) for move in caution_only_stretches(shelf)]
    return render(request, "library/know_before_you_go_deep.html", {"moves": moves})


@public_page
def muscle_list(request: HttpRequest) -> HttpResponse:
    """Show the muscle map, with the muscles of each side as links."""
    groups = muscles_by_view(catalogue())
    links = muscle_links([*groups["front"], *groups["back"]])
    context = {"front": groups["front"], "back": groups["back"], "others": groups[""], "links": links}
    return render(request, "library/muscle_list.html", context)


@public_page
def routine_list(request: HttpRequest) -> HttpResponse:
    """List the routines by situation."""
    return render(request, "library/routine_list.html", {"groups": routines_by_situation(catalogue())})


@public_page
def plan_list(request: HttpRequest) -> HttpResponse:
    """Show the weekly plans."""
    return render(request, "library/plan_list.html", {"plans": plans_with_routines(catalogue())})
