"""What the pages to read show, from the catalogue of live documents."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from apps.guides.documents.reading import (
    CheckDocument,
    CheckItem,
    ClaimDocument,
    ConditionDocument,
    FaqDocument,
    GuideDocument,
    TermDocument,
)
from apps.guides.enums import FaqTopic, GuideTopic
from apps.guides.queries.glossary import explain_words
from apps.publishing.catalogue import Catalogue, catalogue
from apps.publishing.documents import Document
from apps.publishing.markdown import render_markdown

WORDS_A_MINUTE = 200
"""A calm pace; adults read about 240 words of English a minute (Brysbaert 2019, doi 10.1016/j.jml.2019.104047)."""

LINKED_KINDS = {"stretches": "stretch", "routines": "routine", "positions": "position", "guides": "guide"}
"""The fields of a document that name other pages, and the kinds that they name."""


@dataclass(frozen=True)
class Related:
    """The live pages that a document leads to, in its order."""

    stretches: list[Document]
    routines: list[Document]
    positions: list[Document]
    guides: list[Document]
    claims: list[ClaimDocument]

    @property
    def any(self) -> bool:
        """Whether there is anything to lead to."""
        return bool(self.stretches or self.routines or self.positions or self.guides or self.claims)


def related(document: Any, shelf: Catalogue) -> Related:
    """Return what a document (or a part of one) leads to."""
    found = {field: _live(shelf, kind, getattr(document, field, ())) for field, kind in LINKED_KINDS.items()}
    codes = getattr(document, "claims", ())
    claims = [claim for claim in shelf.all(ClaimDocument) if claim.code in codes] if codes else []
    return Related(**found, claims=claims)


def reading_references(document: Document) -> Iterator[tuple[str, str]]:
    """Yield the pages that a document to read names, those of its parts included."""
    for part in (document, *getattr(document, "items", ())):
        for field, kind in LINKED_KINDS.items():
            yield from ((kind, slug) for slug in getattr(part, field, ()))


def guide_context(document: Document) -> dict[str, object]:
    """Return a guide's text with its words explained, what it leads to, and how long it takes to read."""
    assert isinstance(document, GuideDocument)  # noqa: S101 (tells the type checker)
    shelf = catalogue()
    bodies = explain_words(shelf, document, [render_markdown(part.body, top_level=3) for part in document.sections])
    return {
        "related": related(document, shelf),
        "minutes": reading_minutes(document),
        "sections": list(zip(document.sections, bodies, strict=True)),
        "conditions": [card for card, _related in conditions_in_order(shelf) if document.slug in card.guides],
    }


def check_context(document: Document) -> dict[str, object]:
    """Return the items of a check with what each leads to."""
    assert isinstance(document, CheckDocument)  # noqa: S101
    shelf = catalogue()
    items: list[tuple[CheckItem, Related]] = [(item, related(item, shelf)) for item in document.items]
    return {"items": items, "related": related(document, shelf)}


def reading_minutes(document: GuideDocument) -> int:
    """Return about how many minutes a guide takes to read, at least one."""
    texts = [*document.in_short, *document.known, *document.unsure, *(part.body for part in document.sections)]
    words = sum(len(re.findall(r"\w+", text)) for text in texts)
    return max(1, math.ceil(words / WORDS_A_MINUTE))


def guides_by_topic(shelf: Catalogue) -> list[tuple[GuideTopic, list[GuideDocument]]]:
    """Return the guides of each topic that has any."""
    guides = sorted(shelf.all(GuideDocument), key=lambda guide: guide.code)
    groups = [(topic, [guide for guide in guides if guide.topic == topic]) for topic in GuideTopic]
    return [group for group in groups if group[1]]


def faqs_by_topic(shelf: Catalogue) -> list[tuple[FaqTopic, list[tuple[FaqDocument, Related]]]]:
    """Return the questions of each topic that has any, with what each leads to."""
    faqs = sorted(shelf.all(FaqDocument), key=lambda faq: faq.number)
    groups = [(topic, [(faq, related(faq, shelf)) for faq in faqs if faq.topic == topic]) for topic in FaqTopic]
    return [group for group in groups if group[1]]


def claims_in_order(shelf: Catalogue) -> list[tuple[ClaimDocument, Related]]:
    """Return the claims in order of their codes, with what each leads to."""
    claims = sorted(shelf.all(ClaimDocument), key=lambda claim: claim.code)
    return [(claim, related(claim, shelf)) for claim in claims]


def terms_in_order(shelf: Catalogue) -> list[tuple[TermDocument, Related]]:
    """Return the glossary in alphabetical order."""
    terms = sorted(shelf.all(TermDocument), key=lambda term: term.title.casefold())
    return [(term, related(term, shelf)) for term in terms]


def conditions_in_order(shelf: Catalogue) -> list[tuple[ConditionDocument, Related]]:
    """Return the condition cards in alphabetical order."""
    conditions = sorted(shelf.all(ConditionDocument), key=lambda condition: condition.title.casefold())
    return [(condition, related(condition, shelf)) for condition in conditions]


def _live(shelf: Catalogue, kind: str, slugs: Iterable[str]) -> list[Document]:
    return [document for slug in slugs if (document := shelf.find_any(kind, slug)) is not None]
