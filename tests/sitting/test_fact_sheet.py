"""The positions as the fact sheet has them (G-07): its table, its seats, and for whom a position is not."""

from __future__ import annotations

import re

import pytest

from apps.library.enums import Caution
from apps.publishing.catalogue import catalogue
from apps.sitting.documents import PositionDocument
from apps.sitting.enums import Easing, HipAngle, Seat
from apps.sitting.queries import all_positions

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("content")]

CROSSED = {"cross-legged", "leg-over-knee"}
KNEELING = {"kneeling-chair", "tall-kneel", "half-kneel"}
OPEN_HIP = {"raised-seat", "seat-cushion", "feet-tucked", "kneeling-chair", "tall-kneel", "half-kneel", "standing-desk"}
HIP_ANGLES = {
    "baseline-90": HipAngle.RIGHT_ANGLE, "raised-seat": HipAngle.OPEN, "seat-cushion": HipAngle.OPEN,
    "feet-tucked": HipAngle.OPEN, "kneeling-chair": HipAngle.OPEN, "tall-kneel": HipAngle.WIDE_OPEN,
    "half-kneel": HipAngle.ONE_OPEN, "cross-legged": HipAngle.TURNED_OUT, "leg-over-knee": HipAngle.TURNED_OUT,
    "lumbar-roll": HipAngle.AS_SEAT, "built-in-lumbar": HipAngle.AS_SEAT, "car-driver": HipAngle.OPEN,
    "standing-desk": HipAngle.WIDE_OPEN, "legs-up": HipAngle.RIGHT_ANGLE,
}  # fmt: skip
SEATS = {
    Seat.DESK_CHAIR: {
        "baseline-90", "raised-seat", "seat-cushion", "feet-tucked", "lumbar-roll", "built-in-lumbar", "cross-legged",
        "leg-over-knee", "standing-desk", "tall-kneel", "half-kneel",
    },
    Seat.CAR_DRIVER: {"car-driver", "lumbar-roll", "built-in-lumbar", "seat-cushion"},
    Seat.CAR_PASSENGER: {"lumbar-roll", "cross-legged", "leg-over-knee"},
    Seat.COUCH: {"lumbar-roll", "seat-cushion", "cross-legged", "leg-over-knee"},
    Seat.FLOOR: {"cross-legged", "leg-over-knee", "tall-kneel", "half-kneel", "legs-up"},
    Seat.KNEELING_CHAIR: {"kneeling-chair"},
}  # fmt: skip


def positions() -> list[PositionDocument]:
    return all_positions(catalogue("en"))


def not_for(caution: Caution) -> set[str]:
    return {position.slug for position in positions() if caution in position.not_for}


def test_hip_angles_are_those_of_the_table() -> None:
    assert {position.slug: position.hip_angle for position in positions()} == HIP_ANGLES


@pytest.mark.parametrize("seat", SEATS)
def test_seat_leads_to_its_positions(seat: Seat) -> None:
    assert {position.slug for position in positions() if seat in position.seats} == SEATS[seat]


@pytest.mark.parametrize("caution", [Caution.HIP_REPLACEMENT, Caution.LATERAL_HIP_PAIN, Caution.HIP_IMPINGEMENT])
def test_crossed_legs_are_not_for_hips_that_they_strain(caution: Caution) -> None:
    assert not_for(caution) >= CROSSED


def test_crossed_legs_and_kneeling_are_not_for_sore_knees() -> None:
    assert not_for(Caution.KNEE_PAIN) >= CROSSED | KNEELING


def test_open_hips_may_not_suit_whom_sitting_eases() -> None:
    assert {position.slug for position in positions() if Easing.SITTING_EASES in position.may_not_suit} == OPEN_HIP


def test_legs_up_is_not_for_somebody_after_surgery() -> None:
    assert not_for(Caution.RECENT_SURGERY) == {"legs-up"}


def test_crossed_legs_are_never_for_the_wheel_and_for_a_parked_car_only() -> None:
    assert {position.slug for position in positions() if position.never_while_driving} == CROSSED
    assert {position.slug for position in positions() if position.parked_only} == CROSSED


def test_one_sided_positions_swap_sides() -> None:
    assert {position.slug for position in positions() if position.sides_swap} >= {"half-kneel", "leg-over-knee"}


def test_every_position_stops_when_pain_runs_down_or_a_leg_tingles() -> None:
    told = {position.slug: " ".join(position.stop_if) for position in positions()}

    assert [slug for slug, lines in told.items() if not re.search(r"\bleg\b.*\bnumb", lines)] == []
