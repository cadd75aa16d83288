"""What publishing has to know of sitting positions."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse

from apps.publishing.documents import Document
from apps.publishing.kinds import Kind, kinds
from apps.sitting.documents import PositionDocument
from apps.sitting.models import Position
from apps.sitting.queries import position_context


def position_address(slug: str) -> str:
    """Return the page of a position."""
    return reverse("sitting:position", args=[slug])


def position_references(document: Document) -> Iterator[tuple[str, str]]:
    """Yield the positions and moves that a position leads to."""
    assert isinstance(document, PositionDocument)  # noqa: S101 (tells the type checker)
    yield from (("position", slug) for slug in document.swap_to)
    yield from (("stretch", slug) for slug in document.stretches)


def register_kinds() -> None:
    """Add the kind."""
    kinds.register(
        Kind(
            document_class=PositionDocument,
            working_copy=Position,
            folder="positions",
            address=position_address,
            template="sitting/position.html",
            context=position_context,
            references=position_references,
        )
    )
