"""The journal's pages: the same bytes for everybody; scripts fill them with what is on the device."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from apps.core.public_pages import public_page
from apps.journal import choices
from apps.journal.instruments import CHANGE_STEPS, INSTRUMENTS, PSFS_ACTIVITIES


@public_page
def journal_list(request: HttpRequest) -> HttpResponse:
    """Show the records by day."""
    return render(request, "journal/list.html", choices.lists())


@public_page
def new(request: HttpRequest) -> HttpResponse:
    """Show the check-in, empty or (`#<id>`) with what a record says."""
    return render(request, "journal/new.html", {**choices.lists(), "numbers": range(11)})


@public_page
def measures(request: HttpRequest) -> HttpResponse:
    """Show the measures."""
    activities = range(1, PSFS_ACTIVITIES + 1)
    context = {"instruments": INSTRUMENTS, "activities": activities, "steps": CHANGE_STEPS, "numbers": range(11)}
    return render(request, "journal/measures.html", context)


@public_page
def trends(request: HttpRequest) -> HttpResponse:
    """Show charts, goals, and what goes with what."""
    return render(request, "journal/trends.html", {**choices.lists(), "days": range(1, 8)})


@public_page
def report(request: HttpRequest) -> HttpResponse:
    """Show one page for a visit."""
    return render(request, "journal/report.html", {**choices.lists(), "steps": CHANGE_STEPS})


@public_page
def backup(request: HttpRequest) -> HttpResponse:
    """Show where the records are, and ways to take them along."""
    return render(request, "journal/backup.html", choices.lists())
