"""What answers about the body mean: the table, its words, its page for review, and cases shared with the phone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from apps.library.about_me import ROUTINE_OF_SET, Meaning, outcome, questions
from apps.library.about_me_words import GROUPS, QUESTIONS
from apps.library.documents import RoutineDocument
from apps.library.enums import Caution
from tests.content_rows import shipped_documents

CASES = json.loads((Path(__file__).parents[1] / "vectors" / "about-me.json").read_text(encoding="utf-8"))
PAGE = Path(settings.BASE_DIR) / "docs" / "about-me.md"


def row(name: str, meaning: Meaning) -> str:
    cautions = ", ".join(f"`{one.value}`" for one in meaning.cautions) or "none"
    asks = "yes" if meaning.ask_first else "no"
    offered = f"`{ROUTINE_OF_SET[meaning.set]}`" if meaning.set else "none"
    return f"| {name} | {cautions} | {asks} | {offered} |"


def table() -> str:
    lines = []
    for one in questions():
        asked = str(QUESTIONS[one.id].question)
        lines.append(row(f"{asked} Yes", one.meaning("yes")))
        lines.append(row(f"{asked} Not sure", one.meaning("not-sure")))
    return "\n".join(lines)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_answers_mean_what_the_shared_case_says(case: dict[str, Any]) -> None:
    found = outcome(case["answers"])

    assert sorted(found.cautions) == case["cautions"]
    assert (list(found.ask_first), found.set) == (case["ask_first"], case["set"])


def test_every_caution_can_be_told() -> None:
    told = {caution for one in questions() for caution in one.yes.cautions}

    assert told == set(Caution)


def test_every_question_has_words_and_every_group_a_name() -> None:
    assert [one.id for one in questions()] == list(QUESTIONS)
    assert {one.group for one in questions()} == set(GROUPS)


def test_not_sure_is_never_stricter_than_yes() -> None:
    stricter = [one.id for one in questions() if not set(one.meaning("not-sure").cautions) <= set(one.yes.cautions)]

    assert stricter == []


def test_sets_lead_to_routines_that_exist() -> None:
    slugs = {one.slug for one in shipped_documents() if isinstance(one, RoutineDocument)}

    assert set(ROUTINE_OF_SET.values()) <= slugs


def test_page_for_review_shows_the_table_as_it_is() -> None:
    assert table() in PAGE.read_text(encoding="utf-8")
