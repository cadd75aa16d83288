"""The routines and weekly templates are complete, and everything they name exists."""

from __future__ import annotations

import pytest

from apps.library.documents import (
    ChoiceStep,
    MoveStep,
    PlanDocument,
    RoutineDocument,
    StretchDocument,
)
from apps.library.enums import Situation
from apps.publishing.content_files import content_paths, read_document

ROUTINES = [read_document(path, RoutineDocument) for path in content_paths("routines")]
PLANS = [read_document(path, PlanDocument) for path in content_paths("plans")]


def moves(routine: RoutineDocument) -> list[MoveStep]:
    """Return every move of a routine, those inside choices included."""
    found: list[MoveStep] = []
    for step in routine.steps:
        if isinstance(step, MoveStep):
            found.append(step)
        elif isinstance(step, ChoiceStep):
            found.extend(step.options)
    return found


def test_every_routine_of_the_list_exists_once() -> None:
    numbers = [f"RT-{number:02}" for number in range(1, 29) if number != 17]

    assert sorted(routine.code for routine in ROUTINES) == sorted([*numbers, "RT-17a", "RT-17b"])


@pytest.mark.parametrize("routine", ROUTINES, ids=lambda routine: routine.slug)
def test_routine_uses_stretches_that_may_be_started_with(routine: RoutineDocument) -> None:
    stretches = [read_document(path, StretchDocument) for path in content_paths("stretches")]
    usable = {stretch.slug for stretch in stretches if not stretch.caution_only}

    assert {move.stretch for move in moves(routine)} <= usable


@pytest.mark.parametrize("routine", ROUTINES, ids=lambda routine: routine.slug)
def test_routine_says_how_long_it_takes(routine: RoutineDocument) -> None:
    assert routine.minutes or routine.days


@pytest.mark.parametrize("situation", Situation.values)
def test_every_situation_leads_to_a_routine_that_is_suggested(situation: str) -> None:
    assert [routine.slug for routine in ROUTINES if routine.default and situation in routine.situations]


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.slug)
def test_plan_uses_routines_that_exist(plan: PlanDocument) -> None:
    named = {slug for entry in plan.entries for slug in entry.routines}

    assert named <= {routine.slug for routine in ROUTINES}
