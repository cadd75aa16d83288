"""Sitting positions as readers get them."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, Field

from apps.figures.figure import figure_for
from apps.library.documents import Cautions, StoredFigure, in_list_order
from apps.publishing.documents import Document, Line, Prose, SlugSet
from apps.sitting.enums import Easing, Gear, HipAngle, Seat

Seats = Annotated[tuple[Seat, ...], AfterValidator(in_list_order)]
Gears = Annotated[tuple[Gear, ...], AfterValidator(in_list_order)]
Easings = Annotated[tuple[Easing, ...], AfterValidator(in_list_order)]


class PositionDocument(Document):
    """A way to sit."""

    kind: ClassVar[str] = "position"

    number: Annotated[int, Field(ge=1, le=99)]
    hip_angle: HipAngle
    seats: Annotated[Seats, Field(min_length=1)]
    set_up: Annotated[tuple[Line, ...], Field(min_length=1)]
    why: Prose
    """Why it may help, said with the care of claims.md."""
    how_long: Line
    stop_if: Annotated[tuple[Line, ...], Field(min_length=1)]
    notes: tuple[Line, ...] = ()
    may_suit: Easings = ()
    may_not_suit: Easings = ()
    not_for: Cautions = ()
    never_while_driving: bool = False
    parked_only: bool = False
    """In a car: only while it stands still."""
    sides_swap: bool = False
    """One-sided: swap sides each spell."""
    needs: tuple[Line, ...] = ()
    gear: Gears = ()
    """What the guide asks about before it offers the position."""
    swap_to: SlugSet = ()
    """Positions to change to next."""
    stretches: SlugSet = ()
    figure: StoredFigure | None = None

    @classmethod
    def beside_the_file(cls, key: str) -> dict[str, Any]:
        """Return the figure that ships for the position."""
        return {"figure": figure_for(f"positions/{key}")}
