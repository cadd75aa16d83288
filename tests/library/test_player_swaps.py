"""What is played instead of moves that do not suit, in shared cases and in every routine against every caution."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from apps.library.documents import RoutineDocument, StretchDocument
from apps.library.enums import Caution
from apps.library.player import LENGTHS
from apps.library.swaps import ON_FOOT, Body, Decision, Setting, must_not, setting_of, steps_of, suited
from tests.content_rows import shipped_documents
from tests.documents import stretch_document

CASES = json.loads((Path(__file__).parents[1] / "vectors" / "swaps.json").read_text(encoding="utf-8"))
MOVES = {one.slug: one for one in shipped_documents() if isinstance(one, StretchDocument)}
PLAYABLE = [one for one in shipped_documents() if isinstance(one, RoutineDocument) and one.playable]
THINGS = sorted({thing for move in MOVES.values() for thing in move.needs})


def case_move(slug: str, values: dict[str, Any]) -> StretchDocument:
    swaps = [
        {"stretch": target, "relation": relation, "cautions": cautions}
        for target, relation, cautions in values.get("swaps", [])
    ]
    return stretch_document(slug, **{**values, "swaps": swaps})


def decisions(routine: RoutineDocument, body: Body) -> list[Decision]:
    return suited(steps_of(routine), MOVES, body, setting_of(routine, MOVES))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_plan_becomes_what_the_shared_case_says(case: dict[str, Any]) -> None:
    moves = {slug: case_move(slug, values) for slug, values in case["moves"].items()}
    body = Body(frozenset(case.get("cautions", [])), frozenset(case.get("lacking", [])))
    setting = Setting(frozenset(case.get("positions", [])), frozenset(case.get("places", [])))

    found = suited(case["steps"], moves, body, setting)

    assert [[one.outcome, one.played, list(one.reasons)] for one in found] == case["expect"]


@pytest.mark.parametrize("caution", Caution)
@pytest.mark.parametrize("routine", PLAYABLE, ids=lambda routine: routine.slug)
def test_no_unsuitable_move_is_ever_played(routine: RoutineDocument, caution: Caution) -> None:
    body = Body(frozenset({caution.value}))
    played = [MOVES[one.played] for one in decisions(routine, body) if one.played]

    assert [move.slug for move in played if must_not(move, body)] == []


@pytest.mark.parametrize("caution", Caution)
@pytest.mark.parametrize("routine", PLAYABLE, ids=lambda routine: routine.slug)
def test_every_change_says_why(routine: RoutineDocument, caution: Caution) -> None:
    changed = [one for one in decisions(routine, Body(frozenset({caution.value}))) if one.outcome != "kept"]

    assert [one.reasons for one in changed] == [(caution.value,)] * len(changed)


@pytest.mark.parametrize("routine", PLAYABLE, ids=lambda routine: routine.slug)
def test_every_caution_at_once_leaves_nothing_unsuitable(routine: RoutineDocument) -> None:
    body = Body(frozenset(Caution.values))
    played = [MOVES[one.played] for one in decisions(routine, body) if one.played]

    assert [move.slug for move in played if must_not(move, body)] == []


@pytest.mark.parametrize("thing", THINGS)
@pytest.mark.parametrize("routine", PLAYABLE, ids=lambda routine: routine.slug)
def test_no_move_is_played_that_needs_what_is_not_there(routine: RoutineDocument, thing: str) -> None:
    body = Body(lacking=frozenset({thing}))

    assert [one for one in decisions(routine, body) if one.played and thing in MOVES[one.played].needs] == []


@pytest.mark.parametrize("length", LENGTHS["rest-stop-break"])
def test_rest_stop_lengths_are_standing_and_need_nothing(length: int) -> None:
    moves = [MOVES[slug] for slug in LENGTHS["rest-stop-break"][length]]

    assert [move.slug for move in moves if not set(move.positions) & ON_FOOT or move.needs] == []


@pytest.mark.parametrize("caution", Caution)
def test_nobody_is_sent_to_the_floor_at_a_rest_stop(caution: Caution) -> None:
    routine = next(one for one in PLAYABLE if one.slug == "rest-stop-break")
    steps = [(slug,) for slug in LENGTHS[routine.slug][8]]
    found = suited(steps, MOVES, Body(frozenset({caution.value})), setting_of(routine, MOVES))

    assert [one for one in found if one.played and not set(MOVES[one.played].positions) & ON_FOOT] == []
