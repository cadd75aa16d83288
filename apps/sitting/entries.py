"""What can be found of the sitting guide."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse

from apps.core.registries import SearchEntry
from apps.publishing.catalogue import catalogue
from apps.sitting.documents import PositionDocument


def sitting_entries() -> Iterator[SearchEntry]:
    """Yield an entry for each live position."""
    shelf = catalogue()
    for position in shelf.all(PositionDocument):
        labels = [str(code.label) for code in (*position.seats, position.hip_angle)]
        url = reverse("sitting:position", args=[position.slug])
        other = shelf.other_language(position)
        yield SearchEntry("position", position.title, url, position.summary, " ".join(labels), other)
