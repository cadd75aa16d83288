"""Checks: contact with floor and props, and size."""

from __future__ import annotations

from typing import Any

from apps.figures import checks
from apps.figures.checks import figure_problems, pose_problems
from apps.figures.pose import Anchor, Contact, Leg, Pose, Prop
from tests.figures.bodies import figure_of, standing


def problems(pose: Pose, **figure: Any) -> list[str]:
    return pose_problems(figure_of(pose, **figure), pose)


def test_two_feet_on_the_floor_are_well():
    assert problems(standing()) == []


def test_a_foot_in_the_air_floats():
    pose = standing(right_leg=Leg(flex=60, knee=60))

    assert problems(pose) == ["hold: right-foot floats 21 cm away from floor."]


def test_a_foot_under_the_floor_sinks():
    pose = standing(left_leg=Leg(flex=60, knee=60))

    assert problems(pose) == [
        "hold: right-foot sinks 21 cm into floor.",
        "hold: right shank sinks 12 cm into the floor.",
        "hold: right foot sinks 21 cm into the floor.",
    ]


def test_a_body_set_too_low_sinks_as_a_whole():
    pose = standing(anchor=Anchor(point="left-foot", at=(0, 8.5, -10)), contacts=())

    assert problems(pose) == [
        "hold: left foot sinks 10 cm into the floor.",
        "hold: right foot sinks 10 cm into the floor.",
    ]


def test_a_hand_on_a_missing_wall_is_told():
    pose = standing(contacts=(Contact(point="left-hand", on="wall"),))

    assert problems(pose) == ["hold: left-hand should rest on wall, but there is none."]


def test_a_back_against_a_wall_touches_it():
    pose = standing(contacts=(Contact(point="back", on="wall"),))

    assert problems(pose, props=(Prop(kind="wall", at=(-21.5, 0, 0)),)) == []


def test_a_wall_too_far_behind_is_told():
    pose = standing(contacts=(Contact(point="back", on="wall"),))

    assert problems(pose, props=(Prop(kind="wall", at=(-41.5, 0, 0)),)) == ["hold: back floats 20 cm away from wall."]


def test_a_variant_cannot_rest_on_what_only_the_others_have():
    easier = standing(label="easier", contacts=(Contact(point="back", on="wall"),))
    figure = figure_of(props=(Prop(kind="wall", at=(-21.5, 0, 0)),), variants=(easier,))

    assert figure_problems(figure) == ["easier: back should rest on wall, but there is none."]


def test_a_drawing_over_the_limit_is_told(monkeypatch):
    monkeypatch.setattr(checks, "LARGEST", 10)
    monkeypatch.setattr(checks, "compressed_size", lambda _figure: 900)

    assert figure_problems(figure_of()) == ["The drawing is too large: 900 bytes, at most 10."]


def test_poses_seen_from_two_places_are_told():
    figure = figure_of(standing(view="side"), standing(view="front"))

    assert figure_problems(figure) == ["All poses of a figure must be seen from the same place."]
