"""How the figures of two documents differ: drawing beside drawing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from pydantic import ValidationError

from apps.figures.alt_text import alt_text_for
from apps.figures.figure import Figure


@dataclass(frozen=True)
class FigurePair:
    """The same picture of two figures; None where one of them has no such picture."""

    label: str
    before: Figure | None
    after: Figure | None


def read_figure_of(values: Any) -> Figure | None:
    """Return the figure in the JSON of a document, or None where it has none that can be drawn."""
    try:
        return Figure.model_validate(values["figure"])
    except (KeyError, TypeError, ValidationError):
        return None


def figure_pairs(before: Figure | None, after: Figure | None) -> list[FigurePair]:
    """Return the pictures that differ, in the order in which the newer figure has them."""
    old, new = dict(_pictures(before)), dict(_pictures(after))
    labels = [*new, *(label for label in old if label not in new)]
    pairs = [FigurePair(label, old.get(label), new.get(label)) for label in labels]
    return [pair for pair in pairs if pair.before != pair.after]


def words_of(figure: Figure | None) -> list[str]:
    """Return what a figure shows, in sentences."""
    return [alt_text_for(figure)] if figure else []


def _pictures(figure: Figure | None) -> Iterator[tuple[str, Figure]]:
    """Yield each pose and each variant as a still figure of its own."""
    if figure is None:
        return
    for number, pose in enumerate(figure.poses, start=1):
        still = figure.model_copy(update={"poses": (pose,), "variants": (), "hold": 0, "way": "still"})
        yield _("Picture %(number)s") % {"number": number}, still
    for pose in figure.variants:
        yield _("Variant “%(label)s”") % {"label": pose.label}, figure.variant(pose.label)
