"""Which positions are offered."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from apps.library.enums import Caution
from apps.publishing.catalogue import catalogue
from apps.sitting.documents import PositionDocument
from apps.sitting.enums import Easing, Gear, Seat
from apps.sitting.finder import offer
from apps.sitting.queries import all_positions
from tests.documents import position_document

CASES = json.loads((Path(__file__).parents[1] / "vectors" / "sitting.json").read_text(encoding="utf-8"))
CROSSED = {"cross-legged", "leg-over-knee"}


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_position_stands_where_the_shared_case_says(case: dict[str, Any]) -> None:
    position = position_document(**case["position"])
    seat = Seat(case["seat"]) if case["seat"] else None
    missing = [Gear(one) for one in case.get("missing", [])]
    offered = offer([position], seat=seat, eases=[Easing(one) for one in case["eases"]], missing=missing)
    places = {"fitting": offered.fitting, "may not suit": offered.may_not_suit, "left out": offered.left_out}

    assert [name for name, positions in places.items() if positions] == (
        [] if case["where"] == "nowhere" else [case["where"]]
    )


def test_positions_that_suit_more_answers_come_first() -> None:
    plain = position_document("plain")
    suits = position_document("suits", may_suit=["not-sure"])

    assert offer([plain, suits], seat=None, eases=[Easing.NOT_SURE]).fitting == [suits, plain]


@pytest.mark.django_db
@pytest.mark.usefixtures("content")
@pytest.mark.parametrize("seat", Seat)
@pytest.mark.parametrize("easing", [Easing.HIP_REPLACEMENT, Easing.OUTER_HIP])
def test_crossed_legs_are_never_offered_to_those_they_may_harm(seat: Seat, easing: Easing) -> None:
    offered = offer(all_positions(catalogue("en")), seat=seat, eases=[easing])

    assert {position.slug for position in offered.fitting + offered.may_not_suit} & CROSSED == set()


@pytest.mark.django_db
@pytest.mark.usefixtures("content")
def test_crossed_legs_are_never_offered_to_a_driver() -> None:
    offered = offer(all_positions(catalogue("en")), seat=Seat.CAR_DRIVER, eases=[])

    assert {position.slug for position in offered.fitting + offered.may_not_suit} & CROSSED == set()


@pytest.mark.django_db
@pytest.mark.usefixtures("content")
@pytest.mark.parametrize(
    ("easing", "reason"),
    [(Easing.HIP_REPLACEMENT, Caution.HIP_REPLACEMENT), (Easing.OUTER_HIP, Caution.LATERAL_HIP_PAIN)],
)
def test_crossed_legs_are_left_out_of_all_positions_with_the_reason(easing: Easing, reason: Caution) -> None:
    offered = offer(all_positions(catalogue("en")), seat=None, eases=[easing])

    assert {one.position.slug: one.cautions for one in offered.left_out if one.position.slug in CROSSED} == {
        slug: [reason] for slug in CROSSED
    }


@pytest.mark.django_db
@pytest.mark.usefixtures("content")
def test_plain_page_names_the_reason(client: Client) -> None:
    html = client.get("/sitting/?seat=floor&eases=hip-replacement&kneel=no").content.decode()
    out = html[html.index('data-list="left-out"') : html.index('data-slot="count-one"')]

    reasons = re.findall(r'/sitting/([\w-]+)/".*?<span class="switch__what">(.*?)</span>', out)
    assert dict(reasons) == {
        "cross-legged": "Hip replacement",
        "half-kneel": "Hip replacement, Needs: A low table and something soft for the knees",
        "leg-over-knee": "Hip replacement",
        "legs-up": "Hip replacement",
        "tall-kneel": "Needs: A low table and something soft for the knees",
    }


@pytest.mark.django_db
@pytest.mark.usefixtures("content")
def test_dining_chair_is_named_where_the_seat_is_asked_for(client: Client) -> None:
    pages = [client.get(path).content.decode() for path in ("/sitting/", "/sitting/sampler/")]

    assert ["For a dining chair, choose the desk chair." in page for page in pages] == [True, True]


@pytest.mark.django_db
@pytest.mark.usefixtures("content")
@pytest.mark.parametrize("seat", Seat)
def test_every_seat_has_positions(seat: Seat) -> None:
    assert offer(all_positions(catalogue("en")), seat=seat, eases=[]).fitting


@pytest.mark.django_db
@pytest.mark.usefixtures("content")
def test_all_fourteen_positions_of_the_guide_are_live() -> None:
    assert sorted(position.number for position in catalogue("en").all(PositionDocument)) == list(range(1, 15))


@pytest.mark.django_db
@pytest.mark.usefixtures("content")
def test_page_works_without_script(client: Client) -> None:
    html = client.get("/sitting/?seat=car-driver&eases=outer-hip").content.decode()
    shown = html[: html.index('data-slot="count-one"')]

    assert "/sitting/car-driver/" in shown
    assert "/sitting/cross-legged/" not in shown


@pytest.mark.django_db
@pytest.mark.usefixtures("content")
def test_desk_questions_leave_out_what_cannot_be_set_up(client: Client) -> None:
    html = client.get("/sitting/?seat=desk-chair&raise=no&kneel=no").content.decode()
    fitting = html[html.index('data-list="fitting"') : html.index('data-group="may-not-suit"')]

    assert "/sitting/raised-seat/" in fitting
    assert [slug for slug in ("standing-desk", "tall-kneel", "half-kneel") if f"/sitting/{slug}/" in fitting] == []


@pytest.mark.django_db
@pytest.mark.usefixtures("content")
@pytest.mark.parametrize(
    "query", ["seat=rocket", "eases=%00", "seat=couch&seat=floor", "seat=" + "x" * 3000, "raise=maybe"]
)
def test_unknown_answers_are_answered(client: Client, query: str) -> None:
    assert client.get(f"/sitting/?{query}").status_code == 200
