"""What publishing has to know of the kinds of the guides app."""

from __future__ import annotations

from functools import partial

from django.urls import reverse

from apps.guides import models
from apps.guides.documents import reading
from apps.guides.documents.safety import RegionDocument, SafetyDocument
from apps.guides.queries.reading import check_context, guide_context, reading_references
from apps.guides.queries.safety import safety_context
from apps.publishing.documents import Document
from apps.publishing.kinds import Kind, kinds


def safety_address(slug: str) -> str:  # noqa: ARG001 (there is one document, and its page keeps its address)
    """Return the address of the danger signs, whatever their slug."""
    return reverse("guides:safety")


def guide_address(slug: str) -> str:
    """Return the page of a guide."""
    return reverse("guides:guide", args=[slug])


def check_address(slug: str) -> str:
    """Return the page of a self-check."""
    return reverse("guides:check", args=[slug])


def term_words(document: Document) -> tuple[str, ...]:
    """Return every form of a word of the glossary."""
    assert isinstance(document, reading.TermDocument)  # noqa: S101 (tells the type checker)
    return (document.title, *document.also)


def term_address(slug: str) -> str:
    """Return where a word of the glossary is explained."""
    return f"{reverse('guides:glossary')}#{slug}"


def register_kinds() -> None:
    """Add the kinds of every feature."""
    register_safety()
    register_reading()


def register_reading() -> None:
    """Add what there is to read; questions, words, claims and conditions share a page each."""
    for kind_class, working_copy, folder, page in (
        (reading.ClaimDocument, models.Claim, "claims", "guides:claims"),
        (reading.ConditionDocument, models.Condition, "conditions", "guides:conditions"),
        (reading.FaqDocument, models.Faq, "faqs", "guides:faq"),
    ):
        kinds.register(
            Kind(
                document_class=kind_class,
                working_copy=working_copy,
                folder=folder,
                address=None,
                shared_page=partial(reverse, page),
                references=reading_references,
            )
        )
    kinds.register(
        Kind(
            document_class=reading.TermDocument,
            working_copy=models.Term,
            folder="terms",
            address=None,
            shared_page=partial(reverse, "guides:glossary"),
            references=reading_references,
            explains=term_words,
            explained_at=term_address,
        )
    )
    kinds.register(
        Kind(
            document_class=reading.GuideDocument,
            working_copy=models.Guide,
            folder="guides",
            address=guide_address,
            template="guides/guide.html",
            context=guide_context,
            references=reading_references,
        )
    )
    kinds.register(
        Kind(
            document_class=reading.CheckDocument,
            working_copy=models.Check,
            folder="checks",
            address=check_address,
            template="guides/check.html",
            context=check_context,
            references=reading_references,
        )
    )


def register_safety() -> None:
    """Add the danger signs and the regions' numbers."""
    kinds.register(
        Kind(
            document_class=RegionDocument,
            working_copy=models.Region,
            folder="regions",
            address=None,
        )
    )
    kinds.register(
        Kind(
            document_class=SafetyDocument,
            working_copy=models.Safety,
            folder="safety",
            address=safety_address,
            template="guides/safety.html",
            context=safety_context,
            essential=True,
        )
    )
