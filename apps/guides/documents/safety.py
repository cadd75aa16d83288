"""The danger signs, and the numbers to call by region, as readers get them."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from apps.guides.enums import EmergencyGroup, Units
from apps.library.documents import Cautions
from apps.publishing.documents import Document, Line, Part, Slug

PhoneNumber = Annotated[str, Field(pattern=r"^[0-9]+( [0-9]+)*$", max_length=20)]
RegionCode = Annotated[str, Field(pattern=r"^[a-z]{2,8}$")]


class SafetyIntro(Part):
    """What stands above each list, and above each group of the emergency signs."""

    emergency: Line
    emergency_cauda_equina: Line
    emergency_other: Line
    urgent: Line
    routine: Line
    self_care: Line
    act: Line
    ask_first: Line


class Sign(Part):
    """A sign in words; `id` stays the same when the words change."""

    id: Slug
    text: Line


class EmergencySign(Sign):
    """A sign that is enough by itself to get help now."""

    group: EmergencyGroup


class AskFirstSign(Sign):
    """A reason to ask a clinician before starting, and the cautions that step back moves."""

    cautions: Cautions = ()


class ActStep(Part):
    """A step of what to do on an emergency sign."""

    title: Annotated[str, Field(min_length=1, max_length=80)]
    text: Line
    say: str = Field(default="", max_length=200)
    """Words to use, without quotation marks."""


class SafetyDocument(Document):
    """When to get help and how soon: the one source of every safety list on the site."""

    kind: ClassVar[str] = "safety"

    intro: SafetyIntro
    emergency: Annotated[tuple[EmergencySign, ...], Field(min_length=1)]
    urgent: Annotated[tuple[Sign, ...], Field(min_length=1)]
    routine: Annotated[tuple[Sign, ...], Field(min_length=1)]
    self_care: Annotated[tuple[Line, ...], Field(min_length=1)]
    act: Annotated[tuple[ActStep, ...], Field(min_length=1)]
    """In the order in which to do them."""
    ask_first: Annotated[tuple[AskFirstSign, ...], Field(min_length=1)]
    clinical_reviewer: str = Field(default="", max_length=120)


class RegionDocument(Document):
    """The numbers of a region; the title is its name. Its code is what phones remember."""

    kind: ClassVar[str] = "region"

    code: RegionCode
    emergency: Annotated[tuple[PhoneNumber, ...], Field(min_length=1)]
    """The number to call first comes first."""
    advice_name: str = Field(default="", max_length=60)
    advice: PhoneNumber | None = None
    """A health line for what cannot wait but is no emergency."""
    note: str = Field(default="", max_length=300)
    units: Units
    last_checked: date
