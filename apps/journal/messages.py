"""What phones and the server say to each other; docs and the API's schema are made from these."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    StrictBool,
    StrictInt,
    StringConstraints,
    field_serializer,
)

from apps.journal.enums import Kind, Resync, Status

API_VERSION = 1
MOST_CHANGES = 200
MOST_BYTES = 1024 * 1024
MOST_ANSWER_BYTES = 512 * 1024
"""An answer is cut off after the record that passes this; `more` says so."""


def _in_this_age(moment: datetime) -> datetime:
    """Refuse what no clock shows and no database takes in every zone."""
    if not 1970 <= moment.year <= 2999:
        raise ValueError("The year is to be between 1970 and 2999.")
    return moment


class Message(BaseModel):
    """Something sent; names that it does not know are ignored, since the other side may be newer."""

    model_config = ConfigDict(extra="ignore")


class Change(Message):
    """What a phone did to one record."""

    op: UUID
    id: UUID
    kind: Kind
    base_revision: Annotated[StrictInt, Field(ge=0, le=2**53)] | None = None
    changed_at: Annotated[AwareDatetime, AfterValidator(_in_this_age)]
    deleted: StrictBool = False
    data: dict[str, Any] | None = None


class RawChange(Message):
    """A change of which only the names are sure; whatever else is wrong with it is answered for it alone."""

    model_config = ConfigDict(extra="allow")

    op: UUID
    id: UUID


class SyncRequest(Message):
    """What a phone sends, and up to where it has everything."""

    device_id: UUID
    epoch: Annotated[str, StringConstraints(max_length=100)] | None = None
    cursor: Annotated[str, StringConstraints(max_length=200)] | None = None
    want_secret: bool = False
    changes: list[RawChange] = []


class FieldError(Message):
    """What is wrong with one field of a change."""

    field: str
    code: str
    message: str


class Result(Message):
    """What became of one change."""

    op: UUID
    id: UUID
    status: Status
    revision: int | None = None
    errors: list[FieldError] = []
    conflict_copy: UUID | None = None


class RemoteRecord(Message):
    """A record as the server has it; of a deleted one only id and revision are left."""

    id: UUID
    kind: str
    revision: int
    changed_at: datetime | None
    deleted: bool
    data: dict[str, Any] | None

    @field_serializer("changed_at")
    def _as_utc(self, value: datetime | None) -> str | None:
        if value is None:
            return None
        return value.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


class SyncAnswer(Message):
    """What became of the changes, and what the phone does not have yet."""

    epoch: str
    cursor: str | None
    more: bool
    results: list[Result] = []
    changes: list[RemoteRecord] = []
    resync: Resync | None = None
    device_secret: str | None = None


class SessionUser(Message):
    """Who is signed in; `id` names the account's database on a phone."""

    id: UUID
    name: str


class SessionAnswer(Message):
    """Whether somebody is signed in, and the CSRF token for the next request."""

    signed_in: bool
    user: SessionUser | None
    csrf_token: str
    epoch: str | None


class DeviceAnswer(Message):
    """The account that this device synced with is still there."""

    account: Literal["exists"] = "exists"


class SyncProblem(Message):
    """Why a request was not done (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str
    code: str = ""
    errors: list[FieldError] = []
