"""From a place back to angles."""

from __future__ import annotations

import pytest

from apps.figures.reach import arm_reaching, leg_reaching
from apps.figures.skeleton import build_skeleton
from tests.figures.bodies import standing


@pytest.mark.parametrize("ankle", [(30, -12, -60), (20, 20, -30), (-35, -10, -50), (60, -20, 10)])
def test_the_leg_brings_the_ankle_to_the_place(ankle):
    bones = build_skeleton(standing())
    leg = leg_reaching(bones["pelvis"].rotation, "right", bones["right-thigh"].origin, ankle, (1, -0.3, 0.2))

    assert build_skeleton(standing(right_leg=leg))["right-foot"].origin == pytest.approx(ankle, abs=0.01)


@pytest.mark.parametrize("wrist", [(40, 10, 40), (-20, 25, 20), (10, 20, 90)])
def test_the_arm_brings_the_wrist_to_the_place(wrist):
    bones = build_skeleton(standing())
    shoulder = bones["left-upper-arm"].origin
    arm = arm_reaching(bones["ribs"].rotation, "left", shoulder, wrist, (-1, 0.5, 0))

    assert build_skeleton(standing(left_arm=arm))["left-hand"].origin == pytest.approx(wrist, abs=0.01)


def test_a_place_out_of_reach_is_pointed_at():
    bones = build_skeleton(standing())
    leg = leg_reaching(bones["pelvis"].rotation, "left", bones["left-thigh"].origin, (200, 8.5, 0), (0, 0, 1))

    assert build_skeleton(standing(left_leg=leg))["left-foot"].origin == pytest.approx((83, 8.5, 0), abs=0.5)
