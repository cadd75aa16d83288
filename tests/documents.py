"""Documents for tests: small, valid, and different only where a test says so."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID, uuid5

from apps.library.documents import MuscleDocument, StretchDocument
from apps.sitting.documents import PositionDocument

_NAMESPACE = UUID("00000000-0000-4000-8000-000000000000")

_BASE: dict[str, Any] = {
    "language": "en",
    "summary": "A short sentence.",
    "sources": [{"type": "practice", "text": "General practice"}],
    "reviewed_on": date(2026, 11, 21),
    "review_due": date(2027, 11, 21),
}


def muscle_document(slug: str = "psoas", **changes: Any) -> MuscleDocument:
    """Return a muscle; its id follows from its slug."""
    values = {
        **_BASE,
        "document_id": uuid5(_NAMESPACE, f"muscle/{slug}"),
        "slug": slug,
        "title": slug.capitalize(),
        "region": "front",
        "where": "In front of the hip.",
        "job": "Bends the hip.",
        "body": "It bends the hip.",
    }
    return MuscleDocument.model_validate({**values, **changes})


def stretch_document(slug: str = "hip-stretch", **changes: Any) -> StretchDocument:
    """Return a stretch of the psoas, standing, anywhere; its id follows from its slug."""
    values = {
        **_BASE,
        "document_id": uuid5(_NAMESPACE, f"stretch/{slug}"),
        "slug": slug,
        "title": slug.replace("-", " ").capitalize(),
        "number": 1,
        "kinds": ["stretch"],
        "muscles": ["psoas"],
        "positions": ["standing"],
        "places": ["desk"],
        "difficulty": 1,
        "sides": "both",
        "steps_basis": "source",
        "steps": ["Stand tall."],
    }
    return StretchDocument.model_validate({**values, **changes})


def position_document(slug: str = "plain-chair", **changes: Any) -> PositionDocument:
    """Return a way to sit on a desk chair; its id follows from its slug."""
    values = {
        **_BASE,
        "document_id": uuid5(_NAMESPACE, f"position/{slug}"),
        "slug": slug,
        "title": slug.replace("-", " ").capitalize(),
        "number": 1,
        "hip_angle": "right-angle",
        "seats": ["desk-chair"],
        "set_up": ["Sit down."],
        "why": "It is a chair.",
        "how_long": "Ten minutes.",
        "stop_if": ["It hurts more."],
    }
    return PositionDocument.model_validate({**values, **changes})
