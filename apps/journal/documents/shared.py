"""Values that several kinds of record share."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints

Score = Annotated[int, Field(ge=0, le=10)]
"""0 is none, 10 the worst imaginable."""
Hours = Annotated[float, Field(ge=0, le=24)]
Seconds = Annotated[float, Field(ge=0, le=7 * 24 * 60 * 60)]
Code = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
"""From a list that may grow: a newer phone's code is kept by an older server."""
Codes = Annotated[list[Code], Field(max_length=80)]
Line = Annotated[str, StringConstraints(max_length=300)]
Note = Annotated[str, StringConstraints(max_length=10_000)]


class Part(BaseModel):
    """A value inside a record; what it does not know is left alone."""

    model_config = ConfigDict(extra="allow", allow_inf_nan=False)


class Moment(Part):
    """A point in time and how the wall clock read there: UTC, zone name, minutes ahead of UTC."""

    utc: AwareDatetime
    zone: Annotated[str, StringConstraints(min_length=1, max_length=64)]
    offset: Annotated[int, Field(ge=-16 * 60, le=16 * 60)]


class Mention(Part):
    """Content as it was called on the day: it may be renamed or withdrawn later."""

    document: UUID
    slug: Code
    title: Line


class Data(Part):
    """What every record may have."""

    at: Moment | None = None
    """When it was, or when it began."""
    note: Note = ""
    conflict_of: UUID | None = None
    """The record that stands on the server, in a copy kept because two phones changed it."""


class Dated(Data):
    """A record of something that happened at one time."""

    at: Moment


class Timed(Dated):
    """A record of something that lasted; `ended` is missing while it runs.

    It may end before it began: a phone's clock is set back, and the record is still the person's.
    """

    ended: Moment | None = None
