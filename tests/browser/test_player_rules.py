"""The player's modules without a screen: rules shared with the server, timeline, clock and cues."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from apps.library.about_me import questions

VECTORS = Path(__file__).parents[1] / "vectors"
SWAPS = json.loads((VECTORS / "swaps.json").read_text(encoding="utf-8"))
ABOUT_ME = json.loads((VECTORS / "about-me.json").read_text(encoding="utf-8"))
WISHES = {"first": "left", "hold": None, "ready": 8}
_MOVE = {"avoid": [], "adapt": [], "needs": [], "positions": ["standing"], "places": ["desk"], "caution_only": False}

_CALL = """async ([module, name, values]) => {
  const found = await import(`/static/js/${module}.js`);
  return found[name](...values);
}"""
_SUITED = """async ([moves, steps, body, setting]) => {
  const { suited } = await import("/static/js/player/swaps.js");
  const found = await suited(steps, async (slug) => moves[slug] ?? null, body, setting);
  return found.map(({ outcome, played, reasons }) => [outcome, played, reasons]);
}"""


@pytest.fixture(scope="module")
def call(browser: Any, base_url: str) -> Any:
    """Return a function that calls an export of a module and returns its result."""
    page = browser.new_page(base_url=base_url, service_workers="block")
    page.goto("/about/")
    yield lambda module, name, *values: page.evaluate(_CALL, [module, name, list(values)])
    page.close()


@pytest.mark.parametrize("case", SWAPS, ids=[case["name"] for case in SWAPS])
def test_plan_becomes_what_the_shared_case_says(page: Page, case: dict[str, Any]) -> None:
    moves = {slug: {**_MOVE, "slug": slug, **values, "swaps": []} for slug, values in case["moves"].items()}
    for slug, values in case["moves"].items():
        moves[slug]["swaps"] = [
            {"stretch": target, "relation": relation, "cautions": cautions}
            for target, relation, cautions in values.get("swaps", [])
        ]
    body = {"cautions": case.get("cautions", []), "lacking": case.get("lacking", [])}
    setting = {"positions": case.get("positions", []), "places": case.get("places", []), "needs": []}
    page.goto("/about/")

    assert page.evaluate(_SUITED, [moves, case["steps"], body, setting]) == case["expect"]


@pytest.mark.parametrize("case", ABOUT_ME, ids=[case["name"] for case in ABOUT_ME])
def test_answers_mean_what_the_shared_case_says(call: Any, case: dict[str, Any]) -> None:
    asked = [
        {
            "id": one.id,
            "yes": one.meaning("yes").model_dump(mode="json"),
            "notSure": one.meaning("not-sure").model_dump(mode="json"),
        }
        for one in questions()
    ]

    assert call("library/about-me-rules", "outcome", asked, case["answers"]) == {
        "cautions": case["cautions"],
        "askFirst": case["ask_first"],
        "set": case["set"],
    }


def laid_out(call: Any, sides: str = "both", **dose: Any) -> list[tuple[str, Any, Any]]:
    segments = call("player/timeline", "makeTimeline", [{"sides": sides, "dose": dose}], WISHES)
    return [(one["type"], one["seconds"], one["side"]) for one in segments]


def test_one_sided_hold_gives_both_sides_the_same_time(call: Any) -> None:
    assert laid_out(call, "each", hold_seconds=30) == [
        ("ready", 8, "left"), ("hold", 30, "left"), ("switch", 6, "right"), ("hold", 30, "right"),
    ]  # fmt: skip


def test_sets_have_their_rest_between_them(call: Any) -> None:
    assert laid_out(call, "each", repetitions=8, sets=2, rest_seconds=30) == [
        ("ready", 8, "left"), ("count", 32, "left"), ("switch", 6, "right"), ("count", 32, "right"),
        ("between", 30, None), ("count", 32, "left"), ("switch", 6, "right"), ("count", 32, "right"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("dose", "effort"),
    [
        ({"hold_seconds": 20, "hold_seconds_max": 30}, ("hold", 30, None)),
        ({"hold_seconds": 600, "hold_seconds_max": 900}, ("hold", 600, None)),
        ({"hold_seconds": 3, "repetitions": 10, "repetitions_max": 15}, ("count", 70, None)),
        ({"breaths": 5}, ("breathe", 50, None)),
        ({"note": "A few gentle repeats."}, ("open", None, None)),
    ],
)
def test_dose_becomes_time(call: Any, dose: dict[str, Any], effort: tuple[str, Any, Any]) -> None:
    assert laid_out(call, **dose)[1] == effort


def test_long_hold_that_is_repeated_rests_in_between(call: Any) -> None:
    kinds = [kind for kind, _seconds, _side in laid_out(call, hold_seconds=15, hold_seconds_max=20, repetitions=2)]

    assert kinds == ["ready", "hold", "between", "hold"]


def test_chosen_length_holds_for_short_holds_only(call: Any) -> None:
    items = [{"sides": "both", "dose": {"hold_seconds": seconds}} for seconds in (30, 600)]
    segments = call("player/timeline", "makeTimeline", items, {**WISHES, "hold": 45})

    assert [one["seconds"] for one in segments if one["type"] == "hold"] == [45, 600]


PARTS = [{"seconds": 10}, {"seconds": 20}, {"seconds": None}, {"seconds": 5}]


@pytest.mark.parametrize(
    ("clock", "seen", "now", "how", "index", "base"),
    [
        ((0, 0, 1_000), 5_000, 6_000, "steady", 0, 0),
        ((0, 0, 1_000), 5_000, 16_000, "went-on", 1, 0),
        ((0, 0, 1_000), 5_000, 900_000, "went-on", 2, 0),
        ((3, 0, 1_000), 2_000, 900_000, "went-on", 4, 0),
        ((0, 0, 1_000), 5_000, 4_000, "paused", 0, 4),
        ((1, 7, None), 5_000, 900_000, "steady", 1, 7),
    ],
    ids=[
        "at once",
        "later",
        "up to where the person is waited for",
        "the last ran out",
        "clock set back",
        "was paused",
    ],
)
def test_coming_back(call: Any, clock: Any, seen: int, now: int, how: str, index: int, base: float) -> None:
    kept = dict(zip(("index", "base", "since"), clock, strict=True))

    back = call("player/clock", "comeBack", kept, PARTS, seen, now)

    assert (back["how"], back["clock"]["index"], back["clock"]["base"]) == (how, index, base)


def test_player_stands_where_it_was_when_more_than_the_running_part_ran_out_unseen(call: Any) -> None:
    back = call("player/clock", "comeBack", {"index": 0, "base": 0, "since": 1_000}, PARTS[:2], 5_000, 900_000)

    assert (back["how"], back["clock"]["index"], back["clock"]["base"]) == ("paused", 0, 4)


@pytest.mark.parametrize(
    ("wall", "steady", "expected"),
    [
        ([100, 100, 150, 200], [0, 0, 50, 100], [100, 150, 200]),
        ([100, 100, 10, 20], [0, 0, 50, 100], [100, 150, 200]),
        ([100, 100, 900, 950], [0, 0, 1, 51], [100, 900, 950]),
    ],
    ids=["both run", "clock set back", "counter slept"],
)
def test_time_never_runs_backwards(page: Page, wall: list[int], steady: list[int], expected: list[int]) -> None:
    page.goto("/about/")
    asked = page.evaluate(
        """async ([wall, steady]) => {
          const { makeNow } = await import("/static/js/player/clock.js");
          const count = wall.length - 1;
          const now = makeNow({ wall: () => wall.shift(), steady: () => steady.shift() });
          return Array.from({ length: count }, () => now());
        }""",
        [wall, steady],
    )

    assert asked == expected


@pytest.mark.parametrize("seconds", [5, 10, 12, 20, 30, 60, 600])
def test_at_most_three_announcements_in_five_seconds(call: Any, seconds: int) -> None:
    segment = {"type": "hold", "seconds": seconds}
    marks = [
        second
        for second in range(seconds + 1)
        for _mark in call("player/marks", "marksBetween", segment, second - 1, second)
    ]

    assert max(sum(start <= mark <= start + 5 for mark in marks) for start in range(seconds)) <= 3


def test_hold_is_announced_at_start_half_and_last_five_seconds(call: Any) -> None:
    segment = {"type": "hold", "seconds": 30}
    marks = {
        second: found
        for second in range(31)
        if (found := call("player/marks", "marksBetween", segment, second - 1, second))
    }

    assert marks == {0: ["start"], 15: ["half"], 25: ["last"]}


def test_long_rest_is_left_in_peace(call: Any) -> None:
    segment = {"type": "hold", "seconds": 600, "calm": True}

    assert call("player/marks", "marksBetween", segment, 1, 600) == []
