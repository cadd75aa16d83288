"""Guides, questions, terms, claims, conditions and self-checks as readers get them."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field

from apps.guides.enums import FaqTopic, GuideTopic, Verdict
from apps.library.documents import in_list_order
from apps.publishing.documents import Document, Line, Part, Prose, Slug


class Section(Part):
    """A headed part of a guide."""

    id: Slug
    heading: Annotated[str, Field(min_length=1, max_length=100)]
    body: Prose
    """Markdown: paragraphs, lists, tables, links to own pages; no headings, no HTML."""


class GuideDocument(Document):
    """A page to read."""

    kind: ClassVar[str] = "guide"

    code: Annotated[str, Field(pattern=r"^G-\d\d$")]
    topic: GuideTopic
    in_short: Annotated[tuple[Line, ...], Field(min_length=2, max_length=6)]
    """The page in a few sentences, for somebody who reads no further."""
    sections: Annotated[tuple[Section, ...], Field(min_length=2)]
    known: Annotated[tuple[Line, ...], Field(min_length=1)]
    """What is known."""
    unsure: Annotated[tuple[Line, ...], Field(min_length=1)]
    """What is not known, or is disputed."""
    see_someone: tuple[Line, ...] = ()
    """When to ask for help, for this subject."""
    stretches: tuple[Slug, ...] = ()
    routines: tuple[Slug, ...] = ()
    positions: tuple[Slug, ...] = ()
    guides: tuple[Slug, ...] = ()
    claims: tuple[Annotated[str, Field(pattern=r"^C-\d\d$")], ...] = ()
    safety_only: bool = False
    """No moves are offered on this page (help and danger signs)."""
    author: str = Field(default="", max_length=120)
    clinical_reviewer: str = Field(default="", max_length=120)


class FaqDocument(Document):
    """A question and its answer; the title is the question, the summary the answer in one sentence."""

    kind: ClassVar[str] = "faq"

    number: Annotated[int, Field(ge=1, le=99)]
    topic: FaqTopic
    answer: Prose
    """Markdown."""
    stretches: tuple[Slug, ...] = ()
    routines: tuple[Slug, ...] = ()
    guides: tuple[Slug, ...] = ()
    claims: tuple[Annotated[str, Field(pattern=r"^C-\d\d$")], ...] = ()
    safety_first: bool = False
    """The danger signs are linked above the answer."""
    clinical_reviewer: str = Field(default="", max_length=120)


class TermDocument(Document):
    """A word explained in place; the title is the word, the summary its short meaning."""

    kind: ClassVar[str] = "term"

    also: tuple[Line, ...] = ()
    """Other spellings and forms that are explained by this entry."""
    more: str = Field(default="", max_length=1000)
    in_place: bool = True
    """The first use on a page leads here; False for an everyday word, which would mostly be marked in vain."""
    guides: tuple[Slug, ...] = ()
    clinical_reviewer: str = Field(default="", max_length=120)


class ClaimDocument(Document):
    """What is said, what is known, and what hipcare does about it; the title is the claim in short."""

    kind: ClassVar[str] = "claim"

    code: Annotated[str, Field(pattern=r"^C-\d\d$")]
    verdict: Annotated[tuple[Verdict, ...], AfterValidator(in_list_order), Field(min_length=1)]
    said: Prose
    """The claim, told as a claim: “Some people say …”."""
    known: Prose
    we_do: Prose
    guides: tuple[Slug, ...] = ()
    clinical_reviewer: str = Field(default="", max_length=120)


class ConditionDocument(Document):
    """A card about another condition that is named around hip and back pain; never for self-diagnosis."""

    kind: ClassVar[str] = "condition"

    also_called: tuple[Line, ...] = ()
    what: Prose
    people_notice: tuple[Line, ...] = ()
    what_helps: tuple[Line, ...] = ()
    ask: Line
    """Which clinician to ask, and about what."""
    urgent: tuple[Line, ...] = ()
    guides: tuple[Slug, ...] = ()
    claims: tuple[Annotated[str, Field(pattern=r"^C-\d\d$")], ...] = ()
    clinical_reviewer: str = Field(default="", max_length=120)


class CheckItem(Part):
    """Something to tick, and what it leads to: reading and moves, never a label."""

    text: Line
    danger: bool = False
    """Leads to the danger signs at once."""
    say: str = Field(default="", max_length=300)
    guides: tuple[Slug, ...] = ()
    stretches: tuple[Slug, ...] = ()
    routines: tuple[Slug, ...] = ()


class CheckDocument(Document):
    """A self-check: things people notice, with suggestions for each; no score and no verdict."""

    kind: ClassVar[str] = "check"

    intro: Prose
    items: Annotated[tuple[CheckItem, ...], Field(min_length=2)]
    closing: Prose
    claims: tuple[Annotated[str, Field(pattern=r"^C-\d\d$")], ...] = ()
    clinical_reviewer: str = Field(default="", max_length=120)
