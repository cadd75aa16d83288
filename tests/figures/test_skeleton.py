"""The skeleton: angles in, places of the bones out."""

from __future__ import annotations

import pytest

from apps.figures.body import place_body
from apps.figures.pose import Arm, Leg, Root
from apps.figures.skeleton import build_skeleton
from tests.figures.bodies import standing


def test_a_body_without_angles_stands_straight():
    bones = build_skeleton(standing())

    assert bones["left-foot"].origin == pytest.approx((0, 8.5, -83))
    assert bones["head"].origin == pytest.approx((0, 0, 59))


def test_a_bent_hip_brings_the_knee_forward():
    bones = build_skeleton(standing(right_leg=Leg(flex=90)))

    assert bones["right-shank"].origin == pytest.approx((42, -8.5, 0))


def test_out_moves_each_leg_away_from_the_other():
    bones = build_skeleton(standing(left_leg=Leg(out=90), right_leg=Leg(out=90)))

    assert bones["left-shank"].origin == pytest.approx((0, 50.5, 0))
    assert bones["right-shank"].origin == pytest.approx((0, -50.5, 0))


def test_a_hip_turned_out_brings_the_foot_across():
    bones = build_skeleton(standing(right_leg=Leg(flex=90, turn=90, knee=90)))

    assert bones["right-foot"].origin == pytest.approx((42, 32.5, 0))


def test_a_raised_arm_points_overhead():
    bones = build_skeleton(standing(left_arm=Arm.model_validate({"raise": 180})))

    assert bones["left-hand"].origin == pytest.approx((0, 16, 100))


def test_a_root_that_leans_back_lies_on_the_back():
    bones = build_skeleton(standing(root=Root(lean=-90)))

    assert bones["head"].origin == pytest.approx((-59, 0, 0))
    assert bones["left-foot"].origin == pytest.approx((83, 8.5, 0))


def test_the_anchored_part_rests_on_its_place():
    bones = place_body(standing())

    assert bones["pelvis"].origin == pytest.approx((-4, 0, 90))
