"""The sitting guide, break timer, sampler and drive mode; a position's page is `publishing.views.document_page`."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from apps.core.public_pages import public_page
from apps.publishing.catalogue import catalogue
from apps.sitting.enums import Easing, Gear, Seat
from apps.sitting.finder import SittingForm, missing_gear, offer
from apps.sitting.queries import all_positions, cautions_of, drive_routines, driver_seat, micro_breaks


@public_page
def guide(request: HttpRequest) -> HttpResponse:
    """Ask for the seat and what eases it, and offer the positions that fit."""
    form = SittingForm(request.GET)
    form.is_valid()
    seat = form.cleaned_data.get("seat") or None
    eases = form.cleaned_data.get("eases", [])
    missing = missing_gear(form.cleaned_data)
    positions = all_positions(catalogue())
    offered = offer(positions, seat=Seat(seat) if seat else None, eases=[Easing(one) for one in eases], missing=missing)
    context = {
        "form": form,
        "positions": positions,
        "offer": offered,
        "asked": bool(seat or eases or missing),
        "cautions": cautions_of(positions),
        "gear": Gear,
    }
    return render(request, "sitting/guide.html", context)


@public_page
def timer(request: HttpRequest) -> HttpResponse:
    """Show the break timer, which runs on the device."""
    return render(request, "sitting/timer.html", {"breaks": micro_breaks(catalogue())})


@public_page
def sampler(request: HttpRequest) -> HttpResponse:
    """Show the position sampler, which keeps what it is told on the device."""
    positions = all_positions(catalogue())
    context = {"seats": Seat, "positions": positions, "cautions": cautions_of(positions)}
    return render(request, "sitting/sampler.html", context)


@public_page
def drive(request: HttpRequest) -> HttpResponse:
    """Show drive mode: set while parked, and nothing to touch after that."""
    return render(request, "sitting/drive.html", {"routines": drive_routines(catalogue())})


@public_page
def seat(request: HttpRequest) -> HttpResponse:
    """Show the driver's seat as a list to tick off while parked."""
    return render(request, "sitting/checklist.html", {"position": driver_seat(catalogue())})


@public_page
def trip(request: HttpRequest) -> HttpResponse:
    """Show the trip plan, which is worked out and kept on the device."""
    return render(request, "sitting/trip.html", {"routines": drive_routines(catalogue())})
