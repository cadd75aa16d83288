"""What the page of the danger signs shows, read from the catalogue of live documents."""

from __future__ import annotations

from dataclasses import dataclass

from apps.guides.documents.safety import EmergencySign, RegionDocument, SafetyDocument
from apps.guides.enums import EmergencyGroup
from apps.publishing.catalogue import Catalogue, catalogue
from apps.publishing.documents import Document

ELSEWHERE = "other"


@dataclass(frozen=True)
class SignGroup:
    """Emergency signs that belong together."""

    group: EmergencyGroup
    intro: str
    signs: list[EmergencySign]


def find_safety(shelf: Catalogue) -> SafetyDocument | None:
    """Return the live danger signs, whatever their slug, or None before they were first published."""
    return next(iter(shelf.all(SafetyDocument)), None)


def regions_in_order(shelf: Catalogue) -> list[RegionDocument]:
    """Return the live regions by name, "somewhere else" last."""
    return sorted(shelf.all(RegionDocument), key=lambda region: (region.code == ELSEWHERE, region.title))


def sign_groups(document: SafetyDocument) -> list[SignGroup]:
    """Return the emergency signs by group; groups without signs are left out."""
    intros = {
        EmergencyGroup.CAUDA_EQUINA: document.intro.emergency_cauda_equina,
        EmergencyGroup.OTHER: document.intro.emergency_other,
    }
    groups = [
        SignGroup(group, intro, [sign for sign in document.emergency if sign.group == group])
        for group, intro in intros.items()
    ]
    return [group for group in groups if group.signs]


def safety_context(document: Document) -> dict[str, object]:
    """Return what the page shows besides the document; `last_checked` is the oldest check of a number."""
    assert isinstance(document, SafetyDocument)  # noqa: S101 (tells the type checker)
    regions = regions_in_order(catalogue())
    return {
        "groups": sign_groups(document),
        "regions": regions,
        "last_checked": min((region.last_checked for region in regions), default=None),
    }
