"""What the sitting guide shows, read from the catalogue of live documents."""

from __future__ import annotations

from collections.abc import Iterable

from apps.library.documents import RoutineDocument, StretchDocument
from apps.library.enums import Caution
from apps.library.queries import MoveView, routine_context
from apps.publishing.catalogue import Catalogue, catalogue
from apps.publishing.documents import Document
from apps.sitting.documents import PositionDocument

DESK_BREAK = "desk-break"
DRIVER_SEAT = "car-driver"
DRIVE_ROUTINES = (
    "pre-drive-setup", "rest-stop-break", "picnic-mat-break", "passenger-reset", "arrival-reset",
    "after-drive-wind-down",
)  # fmt: skip


def all_positions(shelf: Catalogue) -> list[PositionDocument]:
    """Return the live positions in the guide's order."""
    return sorted(shelf.all(PositionDocument), key=lambda position: position.number)


def cautions_of(positions: Iterable[PositionDocument]) -> list[Caution]:
    """Return every reason for which one of the positions may be left out."""
    named = {caution for position in positions for caution in position.not_for}
    return [caution for caution in Caution if caution in named]


def position_context(document: Document) -> dict[str, object]:
    """Return the positions to change to, and stretches for the break, that are live."""
    assert isinstance(document, PositionDocument)  # noqa: S101 (tells the type checker)
    shelf = catalogue()
    positions = [shelf.find(PositionDocument, slug) for slug in document.swap_to]
    stretches = [shelf.find(StretchDocument, slug) for slug in document.stretches]
    return {
        "swap_to": [position for position in positions if position],
        "stretches": [stretch for stretch in stretches if stretch],
    }


def micro_breaks(shelf: Catalogue) -> list[MoveView]:
    """Return the moves that the desk break lets a person pick from, those that are live."""
    routine = shelf.find(RoutineDocument, DESK_BREAK)
    steps = routine_context(routine)["steps"] if routine else []
    assert isinstance(steps, list)  # noqa: S101
    return [move for view in steps if view.step.type == "choice" for move in view.moves if move.stretch]


def driver_seat(shelf: Catalogue) -> PositionDocument | None:
    """Return how to set up the driver's seat; None where it is not live."""
    return shelf.find(PositionDocument, DRIVER_SEAT)


def drive_routines(shelf: Catalogue) -> dict[str, RoutineDocument]:
    """Return the routines before, during and after a drive that are live, by slug with underscores."""
    found = [shelf.find(RoutineDocument, slug) for slug in DRIVE_ROUTINES]
    return {routine.slug.replace("-", "_"): routine for routine in found if routine}
