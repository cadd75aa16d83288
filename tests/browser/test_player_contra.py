"""Every routine against every caution, by the rules that run on a phone, held against a table written by hand.

`tests/vectors/contra.json` names by caution the moves that are to be avoided and those that are to be made easier. It
was written from the facts and not from the content, which it checks as well.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from apps.library.documents import RoutineDocument, StretchDocument
from apps.library.enums import Caution
from tests.content_rows import shipped_documents

TABLE: dict[str, dict[str, list[str]]] = json.loads(
    (Path(__file__).parents[1] / "vectors" / "contra.json").read_text(encoding="utf-8")
)
DOCUMENTS = list(shipped_documents())
ROUTINES = [one.slug for one in DOCUMENTS if isinstance(one, RoutineDocument) and one.playable]
MOVES = [one.slug for one in DOCUMENTS if isinstance(one, StretchDocument) and one.steps and not one.caution_only]
SURGERY_MOVES = {"back-body-breathing", "legs-up-rest", "walking-break"}
Played = tuple[str, str, str]

_PLAYED = """async ([routines, bodies]) => {
  const { findRoutine } = await import("/static/js/player/pages.js");
  const { itemsOf, lineUp } = await import("/static/js/player/lines.js");
  const { noChoices } = await import("/static/js/player/keep.js");
  const found = Object.fromEntries(Object.keys(bodies).map((name) => [name, []]));
  for (const slug of routines) {
    const plan = await findRoutine(slug);
    const included = Object.fromEntries(plan.steps.map((_step, place) => [place, true]));
    for (const [name, cautions] of Object.entries(bodies)) {
      for (let option = 0; option < Math.max(1, ...plan.steps.map(({ options }) => options.length)); option += 1) {
        const chosen = Object.fromEntries(plan.steps.flatMap(({ options }, place) =>
          options[option] ? [[place, options[option].stretch]] : []));
        const lines = await lineUp(plan, { ...noChoices(), included, chosen }, { cautions, lacking: [] });
        for (const line of lines) {
          for (const { move } of itemsOf([line])) if (move) found[name].push([slug, line.decision.outcome, move.slug]);
        }
      }
    }
  }
  return found;
}"""
_GATED = """async ([kind, plans]) => {
  const { reasonsAgainstAll } = await import("/static/js/player/gate.js");
  const { makeStep, findRoutine } = await import("/static/js/player/pages.js");
  const gated = [];
  for (const slugs of plans) {
    const steps = slugs.map((slug) => makeStep(slug));
    const plan = kind === "routine" ? await findRoutine(slugs[0]) : { kind, avoid: [], steps };
    if ((await reasonsAgainstAll(plan, { cautions: ["recent-surgery"], lacking: [] })).length) gated.push(slugs);
  }
  return gated;
}"""


@pytest.fixture(scope="module")
def played(blank: Page) -> dict[str, list[Played]]:
    """Return by caution what is played of all routines, every option and optional step: routine, outcome, move."""
    bodies = {tag: [tag] for tag in TABLE} | {"all": sorted(TABLE), "none": []}
    found: dict[str, list[Any]] = blank.evaluate(_PLAYED, [ROUTINES, bodies])
    return {name: [(routine, outcome, move) for routine, outcome, move in rows] for name, rows in found.items()}


def test_table_has_every_caution() -> None:
    assert set(TABLE) == {one.value for one in Caution}


def test_every_routine_is_played_whole_by_a_body_without_cautions(played: dict[str, list[Played]]) -> None:
    assert {routine for routine, _outcome, _move in played["none"]} == set(ROUTINES)
    assert {outcome for _routine, outcome, _move in played["none"]} == {"kept"}


@pytest.mark.parametrize("tag", sorted(TABLE))
def test_move_to_avoid_is_never_played(played: dict[str, list[Played]], tag: str) -> None:
    assert [one for one in played[tag] if one[2] in TABLE[tag]["avoid"]] == []


@pytest.mark.parametrize("tag", sorted(TABLE))
def test_move_to_adapt_is_played_in_its_easier_form_alone(played: dict[str, list[Played]], tag: str) -> None:
    assert [one for one in played[tag] if one[2] in TABLE[tag]["adapt"] and one[1] != "adapted"] == []


def test_with_every_caution_at_once_nothing_to_avoid_is_played(played: dict[str, list[Played]]) -> None:
    avoided = {slug for tag in TABLE.values() for slug in tag["avoid"]}

    assert [one for one in played["all"] if one[2] in avoided] == []


def test_recent_surgery_holds_back_every_routine(blank: Page) -> None:
    assert blank.evaluate(_GATED, ["routine", [[slug] for slug in ROUTINES]]) == [[slug] for slug in ROUTINES]


def test_recent_surgery_holds_back_every_move_that_is_not_of_its_set(blank: Page) -> None:
    held = blank.evaluate(_GATED, ["stretch", [[slug] for slug in MOVES]])

    assert held == [[slug] for slug in MOVES if slug not in SURGERY_MOVES]


def test_recent_surgery_holds_back_an_own_routine_with_one_other_move(blank: Page) -> None:
    plans = [["back-body-breathing", "pigeon-pose"], ["back-body-breathing", "walking-break"]]

    assert blank.evaluate(_GATED, ["mine", plans]) == plans[:1]
