"""What was done: sessions, sitting, breaks and drives."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from apps.journal.documents.shared import Code, Mention, Part, Score, Seconds, Timed

Feeling = Literal["better", "same", "worse"]


class Feelings(Part):
    """Pain before or after."""

    back: Score | None = None
    leg: Score | None = None


class Move(Part):
    """One move of a session."""

    move: Mention
    outcome: Literal["done", "part", "skipped", "stopped"]
    side: Literal["left", "right", "both", "none"] | None = None
    seconds: Seconds | None = None
    repetitions: Annotated[int, Field(ge=0, le=10_000)] | None = None
    feeling: Feeling | None = None


class Session(Timed):
    """A routine or a single move that was played."""

    routine: Mention | None = None
    outcome: Literal["done", "part", "stopped"] | None = None
    seconds: Seconds | None = None
    """Time in motion; pauses do not count."""
    moves: Annotated[list[Move], Field(max_length=200)] = []
    before: Feelings | None = None
    after: Feelings | None = None
    feeling: Feeling | None = None


class Sit(Timed):
    """A stretch of time spent sitting."""

    position: Mention | None = None
    seat: Code | None = None
    seconds: Seconds | None = None
    comfort: Score | None = None


class Break(Timed):
    """A break from sitting or driving."""

    move: Mention | None = None
    reason: Code | None = None
    outcome: Literal["taken", "put-off", "skipped"] | None = None
    seconds: Seconds | None = None
    feeling: Feeling | None = None


class Drive(Timed):
    """A drive with its stops."""

    seconds: Seconds | None = None
    """Time at the wheel."""
    stops: Annotated[int, Field(ge=0, le=1000)] | None = None
    before: Feelings | None = None
    after: Feelings | None = None
