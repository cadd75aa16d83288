"""The rules that server and phone share, as the phone follows them: the cases are those of the server's tests."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from apps.library.filters import Move
from tests.documents import position_document, stretch_document

VECTORS = Path(__file__).parents[1] / "vectors"
SITTING = json.loads((VECTORS / "sitting.json").read_text(encoding="utf-8"))
FILTERS = json.loads((VECTORS / "filters.json").read_text(encoding="utf-8"))
EMPTY = json.loads((VECTORS / "droppable.json").read_text(encoding="utf-8"))
_PLACES = {"fitting": "fitting", "mayNotSuit": "may not suit", "leftOut": "left out"}
_OFFER = """async ([positions, seat, eases, missing]) => {
  const { offer } = await import("/static/js/sitting/finder.js");
  const offered = Object.entries(offer(positions, seat, eases, missing));
  return Object.fromEntries(offered.map(([name, found]) => [name, found.map(({ slug }) => slug)]));
}"""
_ANSWERS = """async ([move, chosen, text]) => {
  const { answers, wordsOf } = await import("/static/js/library/wishes.js");
  const asSets = (lists) => Object.fromEntries(Object.entries(lists).map(([name, codes]) => [name, new Set(codes)]));
  const seen = { codes: asSets(move.codes), needs: new Set(move.needs), text: move.text };
  return answers(seen, { chosen: asSets(chosen), words: wordsOf(text) });
}"""

_DROPPABLE = """async ([moves, chosen, text]) => {
  const { droppable, wordsOf } = await import("/static/js/library/wishes.js");
  const asSets = (lists) => Object.fromEntries(Object.entries(lists).map(([name, codes]) => [name, new Set(codes)]));
  const seen = moves.map((move) => ({ codes: asSets(move.codes), needs: new Set(move.needs), text: move.text }));
  const drops = droppable(seen, { chosen: asSets(chosen), words: wordsOf(text) });
  return drops.map(({ groups, count }) => [groups, count]);
}"""


def as_page_has_it(**changes: Any) -> dict[str, Any]:
    """Return a position as the script reads it from the page."""
    values = position_document(**changes).to_json()
    names = {"maySuit": "may_suit", "mayNotSuit": "may_not_suit", "notFor": "not_for"}
    return {
        "slug": values["slug"],
        "seats": values["seats"],
        "gear": values["gear"],
        **{name: values[field] for name, field in names.items()},
    }


@pytest.mark.parametrize("case", SITTING, ids=[case["name"] for case in SITTING])
def test_position_stands_where_the_shared_case_says(blank: Page, case: dict[str, Any]) -> None:
    position = as_page_has_it(**case["position"])
    offered = blank.evaluate(_OFFER, [[position], case["seat"], case["eases"], case.get("missing", [])])

    places = [_PLACES[name] for name, found in offered.items() if found]
    assert places == ([] if case["where"] == "nowhere" else [case["where"]])


def test_positions_that_suit_more_answers_come_first(blank: Page) -> None:
    positions = [as_page_has_it(slug="plain"), as_page_has_it(slug="suits", may_suit=["not-sure"])]

    assert blank.evaluate(_OFFER, [positions, "", ["not-sure"], []])["fitting"] == ["suits", "plain"]


def as_list_has_it(changes: dict[str, Any]) -> dict[str, Any]:
    """Return a move as the script reads it from the list."""
    move = Move.of(stretch_document(**changes), {"psoas": "Psoas"})
    codes = {group: sorted(codes) for group, codes in move.codes.items()}
    return {"codes": codes, "needs": sorted(move.needs), "text": move.text}


@pytest.mark.parametrize("case", FILTERS, ids=[case["name"] for case in FILTERS])
def test_move_answers_a_wish_as_the_shared_case_says(blank: Page, case: dict[str, Any]) -> None:
    seen = as_list_has_it(case["move"])

    assert blank.evaluate(_ANSWERS, [seen, case["wish"], case["words"]]) is case["answers"]


@pytest.mark.parametrize("case", EMPTY, ids=[case["name"] for case in EMPTY])
def test_empty_result_names_what_would_help_as_the_shared_case_says(blank: Page, case: dict[str, Any]) -> None:
    seen = [as_list_has_it(changes) for changes in case["moves"]]

    assert blank.evaluate(_DROPPABLE, [seen, case["wish"], case["words"]]) == case["drops"]
