"""Joint limits: an impossible pose is refused with the name of the joint."""

from __future__ import annotations

import pytest

from apps.figures.limits import LIMITS, limit_problems
from apps.figures.pose import Arm, Leg, Neck, Spine
from tests.figures.bodies import standing


def test_a_standing_body_is_possible():
    assert limit_problems(standing()) == []


def test_a_knee_that_bends_forward_is_named():
    assert limit_problems(standing(left_leg=Leg(knee=-20))) == [
        "Left leg, knee: bend: -20° is more than a body can do (0° to 160°)."
    ]


def test_every_joint_gets_its_own_message():
    pose = standing(neck=Neck(turn=120), right_arm=Arm(elbow=170))

    assert limit_problems(pose) == [
        "Neck, turn: 120° is more than a body can do (-80° to 80°).",
        "Right arm, elbow: bend: 170° is more than a body can do (0° to 155°).",
    ]


@pytest.mark.parametrize("end", [0, 1])
def test_the_ends_of_a_range_are_possible(end):
    assert limit_problems(standing(spine=Spine(bend=LIMITS["spine.bend"][end]))) == []
