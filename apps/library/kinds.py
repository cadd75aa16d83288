"""What publishing has to know of the library's kinds."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.urls import reverse

from apps.library import documents, models
from apps.library.player import player_page
from apps.library.queries import muscle_context, routine_context, stretch_context
from apps.publishing.documents import Document
from apps.publishing.kinds import Kind, kinds


def page_address(name: str) -> Callable[[str], str]:
    """Return the function that leads from a slug to the page called `name`."""
    return lambda slug: reverse(name, args=[slug])


def stretch_references(document: Document) -> Iterator[tuple[str, str]]:
    """Yield muscles, equipment and moves that a stretch names."""
    assert isinstance(document, documents.StretchDocument)  # noqa: S101 (tells the type checker)
    yield from (("muscle", slug) for slug in document.muscles + document.secondary_muscles)
    yield from (("equipment", slug) for slug in document.needs + document.helps)
    yield from (("stretch", swap.stretch) for swap in document.swaps)
    if document.family:
        yield "stretch", document.family.base


def routine_references(document: Document) -> Iterator[tuple[str, str]]:
    """Yield the moves that a routine names."""
    assert isinstance(document, documents.RoutineDocument)  # noqa: S101
    for step in document.steps:
        if isinstance(step, documents.MoveStep):
            yield "stretch", step.stretch
        elif isinstance(step, documents.ChoiceStep):
            yield from (("stretch", option.stretch) for option in step.options)


def plan_references(document: Document) -> Iterator[tuple[str, str]]:
    """Yield the routines that a plan names."""
    assert isinstance(document, documents.PlanDocument)  # noqa: S101
    for entry in document.entries:
        yield from (("routine", slug) for slug in entry.routines)


def register_kinds() -> None:
    """Add the library's kinds, those that others refer to first."""
    kinds.register(
        Kind(
            document_class=documents.MuscleDocument,
            working_copy=models.Muscle,
            folder="muscles",
            address=page_address("library:muscle"),
            template="library/muscle.html",
            context=muscle_context,
            titles_are_terms=True,
        )
    )
    kinds.register(
        Kind(
            document_class=documents.EquipmentDocument,
            working_copy=models.Equipment,
            folder="equipment",
            address=None,
        )
    )
    kinds.register(
        Kind(
            document_class=documents.StretchDocument,
            working_copy=models.Stretch,
            folder="stretches",
            address=page_address("library:stretch"),
            template="library/stretch.html",
            context=stretch_context,
            references=stretch_references,
            player=player_page,
        )
    )
    kinds.register(
        Kind(
            document_class=documents.RoutineDocument,
            working_copy=models.Routine,
            folder="routines",
            address=page_address("library:routine"),
            template="library/routine.html",
            context=routine_context,
            references=routine_references,
            player=player_page,
        )
    )
    kinds.register(
        Kind(
            document_class=documents.PlanDocument,
            working_copy=models.Plan,
            folder="plans",
            address=None,
            references=plan_references,
        )
    )
