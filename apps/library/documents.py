"""Muscles, equipment, stretches, routines and plans as readers get them."""

from __future__ import annotations

from enum import Enum
from typing import Annotated, Any, ClassVar, Literal, TypeVar

from pydantic import AfterValidator, Field, PlainSerializer, model_validator

from apps.figures.figure import Figure, figure_for
from apps.library.enums import (
    Caution,
    Difficulty,
    MoveKind,
    Place,
    Position,
    Sides,
    Situation,
    WorkingSide,
)
from apps.publishing.documents import Document, Line, Part, Prose, Slug, SlugSet

Seconds = Annotated[int, Field(ge=1, le=3600)]
Count = Annotated[int, Field(ge=1, le=100)]


Code = TypeVar("Code", bound=Enum)


def in_list_order(codes: tuple[Code, ...]) -> tuple[Code, ...]:
    """Return codes once each, in the order of their controlled list."""
    return tuple(code for code in type(codes[0]) if code in codes) if codes else ()


MoveKinds = Annotated[tuple[MoveKind, ...], AfterValidator(in_list_order)]
Positions = Annotated[tuple[Position, ...], AfterValidator(in_list_order)]
Places = Annotated[tuple[Place, ...], AfterValidator(in_list_order)]
Cautions = Annotated[tuple[Caution, ...], AfterValidator(in_list_order)]
Situations = Annotated[tuple[Situation, ...], AfterValidator(in_list_order)]


StoredFigure = Annotated[
    Figure,
    PlainSerializer(
        lambda figure: figure.model_dump(mode="json", by_alias=True, exclude_defaults=True),
        return_type=dict[str, Any],
        when_used="json",
    ),
]
"""A figure, kept without the angles that are zero."""


class Dose(Part):
    """How long and how often. A range is two numbers; one number stands alone in the first of them."""

    hold_seconds: Seconds | None = None
    hold_seconds_max: Seconds | None = None
    repetitions: Count | None = None
    repetitions_max: Count | None = None
    breaths: Count | None = None
    sets: Count | None = None
    sets_max: Count | None = None
    rest_seconds: Seconds | None = None
    basis: Literal["source", "general-rule", "practice"] = "general-rule"
    """`source`: given for this move; `general-rule`: the 30-second rule of the sources; `practice`: general
    practice, awaiting clinical review."""
    note: str = Field(default="", max_length=300)

    @model_validator(mode="after")
    def _ranges_rise(self) -> Dose:
        for low, high in (
            (self.hold_seconds, self.hold_seconds_max),
            (self.repetitions, self.repetitions_max),
            (self.sets, self.sets_max),
        ):
            if high is not None and (low is None or high <= low):
                raise ValueError("the upper end of a range must be above its lower end")
        return self


class Swap(Part):
    """Another move to do instead, and when."""

    stretch: Slug
    relation: Literal["easier", "deeper", "instead"]
    cautions: Cautions = ()
    """For `instead`: the cautions that this swap answers."""
    note: str = Field(default="", max_length=200)


class Family(Part):
    """Base move and variants that share a shape: one page each, one switch between them."""

    base: Slug
    label: Annotated[str, Field(max_length=40)]
    """What the switch calls this member."""
    difference: str = Field(default="", max_length=300)
    """In words, what differs from the base move; empty for the base itself."""


class MuscleDocument(Document):
    """A muscle or muscle group, and what it does."""

    kind: ClassVar[str] = "muscle"

    where: Line
    job: Line
    body: Prose
    region: Literal["front", "outer", "inner", "back", "trunk", "leg", "whole"]


class EquipmentDocument(Document):
    """A thing that a move needs or is helped by; never a brand or a shop."""

    kind: ClassVar[str] = "equipment"

    stand_in: str = Field(default="", max_length=300)
    """What at home does the same job."""


class StretchDocument(Document):
    """One thing to do: a stretch, an exercise, a rest, a break or a check."""

    kind: ClassVar[str] = "stretch"

    number: Annotated[int, Field(ge=1, le=999)]
    also_called: tuple[Line, ...] = ()
    kinds: Annotated[MoveKinds, Field(min_length=1)]
    muscles: Annotated[SlugSet, Field(min_length=1)]
    secondary_muscles: SlugSet = ()
    positions: Annotated[Positions, Field(min_length=1)]
    places: Annotated[Places, Field(min_length=1)]
    needs: SlugSet = ()
    """Equipment without which the move cannot be done; empty means nothing is needed."""
    helps: SlugSet = ()
    """Equipment that makes the move more comfortable."""
    difficulty: Difficulty
    caution_only: bool = False
    """To know about rather than to start with: kept out of lists, filters' defaults and routines."""
    sides: Sides
    working_side: WorkingSide = WorkingSide.NONE
    steps: tuple[Line, ...] = ()
    steps_basis: Literal["source", "partly-practice", "practice", "none"]
    """`practice` and `partly-practice` carry the note "steps from general practice, awaiting clinical review"."""
    dose: Dose = Dose()
    feel: tuple[Line, ...] = ()
    not_feel: tuple[Line, ...] = ()
    comfort: tuple[Line, ...] = ()
    """Make it comfortable: cushions, supports, a smaller range."""
    easier: tuple[Line, ...] = ()
    deeper: tuple[Line, ...] = ()
    swaps: tuple[Swap, ...] = ()
    cautions: tuple[Line, ...] = ()
    avoid: Cautions = ()
    adapt: Cautions = ()
    family: Family | None = None
    clinical_reviewer: str = Field(default="", max_length=120)
    figure: StoredFigure | None = None

    @classmethod
    def beside_the_file(cls, key: str) -> dict[str, Any]:
        """Return the figure that ships for the move."""
        return {"figure": figure_for(key)}

    @model_validator(mode="after")
    def _hangs_together(self) -> StretchDocument:
        if set(self.avoid) & set(self.adapt):
            raise ValueError("a caution is either avoided or adapted for, not both")
        if self.steps_basis == "none" and self.steps:
            raise ValueError("steps without a basis")
        if self.steps_basis != "none" and not self.steps:
            raise ValueError("steps are missing")
        if self.sides is Sides.EACH and self.working_side is WorkingSide.NONE:
            raise ValueError("a one-sided move says which side is the working side")
        return self


class MoveStep(Part):
    """A step that plays: one move with its dose here."""

    type: Literal["move"] = "move"
    stretch: Slug
    dose: Dose | None = None
    """None: the move's own dose."""
    optional: bool = False
    note: str = Field(default="", max_length=300)


class ChoiceStep(Part):
    """A step that plays: one of several moves, picked by the person."""

    type: Literal["choice"] = "choice"
    prompt: Line
    options: Annotated[tuple[MoveStep, ...], Field(min_length=2)]
    optional: bool = False


class ChecklistStep(Part):
    """Things to tick off; does not play."""

    type: Literal["checklist"] = "checklist"
    title: Line
    items: Annotated[tuple[Line, ...], Field(min_length=1)]


class GateStep(Part):
    """A question that must be answered before the rest is offered; does not play."""

    type: Literal["gate"] = "gate"
    question: Line
    if_no: Line


class PositionStep(Part):
    """A sitting position from the sitting guide, by its slug."""

    type: Literal["position"] = "position"
    position: Slug
    note: str = Field(default="", max_length=300)


class RestStep(Part):
    """A step that plays: rest, in any easy position, for some seconds."""

    type: Literal["rest"] = "rest"
    seconds: Seconds
    text: Line


Step = Annotated[
    MoveStep | ChoiceStep | ChecklistStep | GateStep | PositionStep | RestStep, Field(discriminator="type")
]


class RoutineDocument(Document):
    """Ordered steps for a situation."""

    kind: ClassVar[str] = "routine"

    code: Annotated[str, Field(pattern=r"^RT-\d\d[ab]?$")]
    situations: Situations = ()
    positions: Positions = ()
    places: Places = ()
    minutes: Annotated[int, Field(ge=0, le=120)]
    minutes_max: Annotated[int, Field(ge=1, le=120)] | None = None
    days: str = Field(default="", max_length=120)
    """When it is not measured in minutes: "over several days"."""
    why: Prose
    rules: tuple[Line, ...] = ()
    """What holds for the whole routine: "never on a hard shoulder"."""
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]
    leave_out: tuple[Line, ...] = ()
    avoid: Cautions = ()
    """Not offered at all to somebody with one of these."""
    default: bool = True
    """False: reached by a person who looks for it, never suggested first."""

    @property
    def playable(self) -> bool:
        """Whether the player can lead through it: moves, choices and rests only."""
        return all(step.type in {"move", "choice", "rest"} for step in self.steps)


class PlanEntry(Part):
    """One line of a weekly template."""

    routines: Annotated[SlugSet, Field(min_length=1)]
    how_often: Line
    note: str = Field(default="", max_length=300)


class PlanDocument(Document):
    """A week put together from routines."""

    kind: ClassVar[str] = "plan"

    for_whom: Line
    entries: Annotated[tuple[PlanEntry, ...], Field(min_length=1)]
    notes: tuple[Line, ...] = ()
