"""Finding stretches: cases shared with the script on the phone, and what only the server does."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from apps.library.filters import Move, Wish, droppable, fold, words_of
from tests.documents import stretch_document

VECTORS = Path(__file__).parents[1] / "vectors"
CASES = json.loads((VECTORS / "filters.json").read_text(encoding="utf-8"))
EMPTY = json.loads((VECTORS / "droppable.json").read_text(encoding="utf-8"))


def wish(asked: dict[str, list[str]], words: str = "") -> Wish:
    return Wish({group: frozenset(codes) for group, codes in asked.items()}, tuple(words_of(words)))


def move(changes: dict[str, Any]) -> Move:
    return Move.of(stretch_document(**changes), {"psoas": "Psoas"})


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_move_answers_a_wish_as_the_shared_case_says(case: dict[str, Any]) -> None:
    assert move(case["move"]).answers(wish(case["wish"], case["words"])) is case["answers"]


def test_folding_drops_case_and_accents() -> None:
    assert fold("Étirement ÜBER") == "etirement uber"


@pytest.mark.parametrize("case", EMPTY, ids=[case["name"] for case in EMPTY])
def test_empty_result_names_what_would_help_as_the_shared_case_says(case: dict[str, Any]) -> None:
    drops = droppable([move(changes) for changes in case["moves"]], wish(case["wish"], case["words"]))

    assert [[list(groups), count] for groups, count in drops] == case["drops"]


def test_a_search_keeps_at_most_eight_words() -> None:
    assert words_of("a b c d e f g h i j") == ["a", "b", "c", "d", "e", "f", "g", "h"]
