"""How the body is: check-ins, measures, goals, and what a person told about the body."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from apps.journal.documents.shared import Code, Codes, Data, Dated, Hours, Line, Moment, Part, Score

Side = Literal["left", "right", "both", "none"]
Reach = Literal["none", "buttock", "thigh", "knee", "calf", "foot"]
"""How far down the leg."""


class Region(Part):
    """A place that hurts."""

    region: Code
    side: Side | None = None
    intensity: Score | None = None
    qualities: Codes = []


class CheckIn(Dated):
    """How it feels now; everything but the time may be left out."""

    back: Score | None = None
    leg: Score | None = None
    reach: Reach | None = None
    side: Side | None = None
    regions: Annotated[list[Region], Field(max_length=60)] = []
    stiffness: Score | None = None
    sleep_hours: Hours | None = None
    sleep_quality: Score | None = None
    sitting_hours: Hours | None = None
    driving_hours: Hours | None = None
    activities: Codes = []
    triggers: Codes = []


class Item(Part):
    """One question of a measure and its answer, in the words in which it was asked."""

    code: Code
    text: Line = ""
    value: Annotated[float, Field(ge=-10, le=100)] | None = None


class Measure(Dated):
    """A questionnaire that was filled in."""

    instrument: Code
    version: Line = ""
    items: Annotated[list[Item], Field(min_length=1, max_length=40)]
    score: Annotated[float, Field(ge=-10, le=100)] | None = None


class Goal(Data):
    """What the person wants to reach."""

    title: Line = ""
    type: Code | None = None
    days_per_week: Annotated[int, Field(ge=0, le=7)] | None = None
    target: Annotated[float, Field(ge=0, le=1_000_000)] | None = None
    until: Moment | None = None
    done: Moment | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Goal:
        if not self.title and self.type is None:
            raise ValueError("A goal needs a title or a type.")
        return self


class Profile(Data):
    """What is known about the body; a change holds only the fields that changed."""

    cautions: Codes | None = None
