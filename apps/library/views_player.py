"""The player and the pages that fill themselves from the device: my routines, about me."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from apps.core.public_pages import public_page
from apps.library.about_me import ROUTINE_OF_SET, questions
from apps.library.about_me_words import GROUPS, QUESTIONS
from apps.library.documents import EquipmentDocument
from apps.library.enums import Caution
from apps.library.player import TURNS, player_page
from apps.library.queries import found_moves, listed_stretches
from apps.publishing.catalogue import catalogue


@public_page
def player(request: HttpRequest) -> HttpResponse:
    """Show the player; it reads from its address what to play."""
    return _player(request)


@public_page
def play(request: HttpRequest, *, kind: str, slug: str) -> HttpResponse:
    """Show the player for a live routine or move.

    It is the same page for all but for the mark in the navigation, so that a phone keeps one of it.
    """
    if catalogue().find_any(kind, slug) is None:
        raise Http404
    return _player(request)


def _player(request: HttpRequest) -> HttpResponse:
    return render(request, *player_page())


@public_page
def my_routines(request: HttpRequest) -> HttpResponse:
    """Show the routine builder; what was built is on the device."""
    shelf = catalogue()
    things = sorted(shelf.all(EquipmentDocument), key=lambda thing: thing.title)
    turns = [(name, found_moves(shelf, slugs)) for name, slugs in TURNS.items()]
    context = {"moves": listed_stretches(shelf), "things": things, "turns": turns}
    return render(request, "library/my_routines.html", context)


@public_page
def about_me(request: HttpRequest) -> HttpResponse:
    """Ask about the body; the answers stay on the device."""
    groups = [
        (name, title, [(one, QUESTIONS[one.id]) for one in questions() if one.group == name])
        for name, title in GROUPS.items()
    ]
    context = {"groups": groups, "cautions": Caution, "sets": ROUTINE_OF_SET}
    return render(request, "library/about_me.html", context)
