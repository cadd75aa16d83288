"""The figures of everything that is live: for the contact sheet, and to start a new pose from."""

from __future__ import annotations

from dataclasses import dataclass

from apps.figures.editing import poses_by_place
from apps.figures.figure import Figure
from apps.figures.pose import Pose, Prop
from apps.publishing.catalogue import Catalogue
from apps.publishing.documents import Document
from apps.publishing.kinds import kinds


@dataclass(frozen=True)
class Shown:
    """A document of a kind that has figures; the figure is None where one is missing."""

    document: Document
    figure: Figure | None


def shown_figures(shelf: Catalogue) -> list[Shown]:
    """Return every live document of a kind that has figures, in order of kind and title."""
    with_figures = [kind for kind in kinds if "figure" in kind.document_class.model_fields]
    return [
        Shown(document, getattr(document, "figure", None))
        for kind in with_figures
        for document in sorted(shelf.all(kind.document_class), key=lambda document: document.title)
    ]


def pose_choices(shelf: Catalogue) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return every live pose to start from: the title of its document with (code, label) of each."""
    return [
        (
            shown.document.title,
            [
                (f"{shown.document.kind}/{shown.document.slug}/{place}", pose.label)
                for place, pose in poses_by_place(shown.figure).items()
            ],
        )
        for shown in shown_figures(shelf)
        if shown.figure
    ]


def pose_called(code: str, shelf: Catalogue) -> tuple[Pose, tuple[Prop, ...]] | None:
    """Return the pose that a code of `pose_choices` names, with all props around it; None for any other text."""
    for shown in shown_figures(shelf):
        prefix = f"{shown.document.kind}/{shown.document.slug}/"
        if shown.figure and code.startswith(prefix):
            place = code.removeprefix(prefix)
            pose = poses_by_place(shown.figure).get(place)
            shared = shown.figure.props if place.startswith("poses") else ()
            return (pose, (*shared, *pose.props)) if pose else None
    return None
