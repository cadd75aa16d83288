"""What the library's pages show, read from the catalogue of live documents."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from apps.figures.muscle_map import MuscleLink, view_for
from apps.figures.muscles import MUSCLES
from apps.library.documents import (
    ChoiceStep,
    Dose,
    EquipmentDocument,
    MoveStep,
    MuscleDocument,
    PlanDocument,
    PlanEntry,
    RoutineDocument,
    StretchDocument,
    Swap,
)
from apps.library.enums import Situation
from apps.publishing.catalogue import AnyDocument, Catalogue, Entry, catalogue
from apps.publishing.content_files import document_id_for
from apps.publishing.documents import Document


@dataclass(frozen=True)
class MoveView:
    """A move inside a routine, with the dose it has there; `stretch` is None where it is not live."""

    step: MoveStep
    stretch: StretchDocument | None

    @property
    def dose(self) -> Dose | None:
        """Return the dose of the step, or the move's own."""
        return self.step.dose or (self.stretch.dose if self.stretch else None)


@dataclass(frozen=True)
class StepView:
    """A step of a routine with the moves that it names."""

    step: Any
    moves: tuple[MoveView, ...] = ()


@dataclass(frozen=True)
class SwapView:
    """A swap whose move is live."""

    swap: Swap
    stretch: StretchDocument


@dataclass(frozen=True)
class Group:
    """Routines for one situation."""

    situation: Situation
    routines: list[RoutineDocument]


def listed_stretches(shelf: Catalogue) -> list[StretchDocument]:
    """Return the moves that lists offer, in the library's order; caution-only ones are left out."""
    moves = [move for move in shelf.all(StretchDocument) if not move.caution_only]
    return sorted(moves, key=lambda move: move.number)


def caution_only_stretches(shelf: Catalogue) -> list[StretchDocument]:
    """Return the moves that are only to know about."""
    moves = [move for move in shelf.all(StretchDocument) if move.caution_only]
    return sorted(moves, key=lambda move: move.number)


def family_of(document: StretchDocument, shelf: Catalogue) -> list[StretchDocument]:
    """Return base and variants of a move's family, the base first; empty where it has none."""
    if document.family is None:
        return []
    [base] = shelf.slugs_here("stretch", [document.family.base])
    members = [
        move
        for move in shelf.all(StretchDocument)
        if move.family and shelf.slugs_here("stretch", [move.family.base]) == (base,)
    ]
    return sorted(members, key=lambda move: (move.slug != base, move.number))


def swaps_of(document: StretchDocument, shelf: Catalogue) -> dict[str, list[SwapView]]:
    """Return the swaps whose moves are live, by relation."""
    views: dict[str, list[SwapView]] = {"easier": [], "deeper": [], "instead": []}
    for swap in document.swaps:
        stretch = shelf.find(StretchDocument, swap.stretch)
        if stretch:
            views[swap.relation].append(SwapView(swap, stretch))
    return views


def stretch_context(document: Document) -> dict[str, object]:
    """Return what a stretch's page shows besides the stretch."""
    assert isinstance(document, StretchDocument)  # noqa: S101 (tells the type checker)
    shelf = catalogue()
    return {
        "muscles": _found(shelf, MuscleDocument, document.muscles),
        "secondary_muscles": _found(shelf, MuscleDocument, document.secondary_muscles),
        "needs": _found(shelf, EquipmentDocument, document.needs),
        "helps": _found(shelf, EquipmentDocument, document.helps),
        "family": family_of(document, shelf),
        "swaps": swaps_of(document, shelf),
        "routines": [
            routine
            for routine in ordered_routines(shelf)
            if document.slug in shelf.slugs_here("stretch", moves_in(routine))
        ],
        # By its id, which a new slug or a translation keeps.
        "is_softness_check": document.document_id == document_id_for("stretch", "softness-check"),
    }


def muscle_code(document: Document) -> str:
    """Return the code under which a muscle is drawn; a muscle that an editor has added has none."""
    shipped = (code for code in MUSCLES if document_id_for("muscle", code) == document.document_id)
    return next(shipped, document.slug if document.slug in MUSCLES else "")


def muscles_by_view(shelf: Catalogue) -> dict[str, list[MuscleDocument]]:
    """Return the muscles by where the map shows them: "front", "back", and "" for what it does not show."""
    groups: dict[str, list[MuscleDocument]] = {"front": [], "back": [], "": []}
    for muscle in sorted(shelf.all(MuscleDocument), key=lambda muscle: muscle.title):
        code = muscle_code(muscle)
        groups[view_for(code) if code and MUSCLES[code].rows else ""].append(muscle)
    return groups


def muscle_links(muscles: list[MuscleDocument]) -> dict[str, MuscleLink]:
    """Return where the muscles of the map lead, by the code under which each is drawn."""
    return {
        muscle_code(muscle): MuscleLink(muscle.title, reverse("library:muscle", args=[muscle.slug]), muscle.language)
        for muscle in muscles
    }


def muscle_context(document: Document) -> dict[str, object]:
    """Return where a muscle is drawn, and the moves that work on it, the main ones first."""
    shelf = catalogue()
    moves = listed_stretches(shelf)
    return {
        "code": muscle_code(document),
        "main_moves": [move for move in moves if document.slug in shelf.slugs_here("muscle", move.muscles)],
        "other_moves": [move for move in moves if document.slug in shelf.slugs_here("muscle", move.secondary_muscles)],
    }


def routine_context(document: Document) -> dict[str, object]:
    """Return the steps of a routine with their moves."""
    assert isinstance(document, RoutineDocument)  # noqa: S101
    shelf = catalogue()
    return {"steps": [_step_view(step, shelf) for step in document.steps]}


def moves_in(routine: RoutineDocument) -> set[str]:
    """Return the slugs of every move that a routine names."""
    slugs: set[str] = set()
    for step in routine.steps:
        if isinstance(step, MoveStep):
            slugs.add(step.stretch)
        elif isinstance(step, ChoiceStep):
            slugs.update(option.stretch for option in step.options)
    return slugs


def ordered_routines(shelf: Catalogue) -> list[RoutineDocument]:
    """Return the live routines in order of their codes."""
    return sorted(shelf.all(RoutineDocument), key=lambda routine: routine.code)


def routines_by_situation(shelf: Catalogue) -> list[Group]:
    """Return a group for each situation that has routines; those offered by themselves come first."""
    routines = sorted(ordered_routines(shelf), key=lambda routine: not routine.default)
    groups = [Group(place, [one for one in routines if place in one.situations]) for place in Situation]
    return [group for group in groups if group.routines]


def plans_with_routines(
    shelf: Catalogue,
) -> list[tuple[PlanDocument, Entry | None, list[tuple[PlanEntry, list[RoutineDocument]]]]]:
    """Return each weekly plan with what is known of its publication, and its entries with their live routines."""
    return [
        (
            plan,
            shelf.entry(plan.kind, plan.slug),
            [(entry, _found(shelf, RoutineDocument, entry.routines)) for entry in plan.entries],
        )
        for plan in sorted(shelf.all(PlanDocument), key=lambda plan: plan.title)
    ]


def found_moves(shelf: Catalogue, slugs: Iterable[str]) -> list[StretchDocument]:
    """Return the moves with these slugs that are live, in this order."""
    return _found(shelf, StretchDocument, slugs)


def _step_view(step: Any, shelf: Catalogue) -> StepView:
    if isinstance(step, MoveStep):
        moves: Iterable[MoveStep] = (step,)
    else:
        moves = step.options if isinstance(step, ChoiceStep) else ()
    return StepView(step, tuple(MoveView(move, shelf.find(StretchDocument, move.stretch)) for move in moves))


def _found(shelf: Catalogue, document_class: type[AnyDocument], slugs: Iterable[str]) -> list[AnyDocument]:
    return [document for slug in slugs if (document := shelf.find(document_class, slug)) is not None]
