"""Left and right: mirrored poses, and the picture they give."""

from __future__ import annotations

import pytest

from apps.figures.body import place_body
from apps.figures.camera import camera_for
from apps.figures.figure import figure_keys, shipped_figure
from apps.figures.mirror import for_side, mirror_figure
from apps.figures.pose import Leg
from tests.figures.bodies import figure_of, standing


@pytest.mark.parametrize("key", figure_keys())
def test_mirroring_twice_gives_the_figure_back(key):
    figure = shipped_figure(key)

    assert mirror_figure(mirror_figure(figure)) == figure


def test_the_other_side_swaps_the_legs():
    figure = figure_of(standing(left_leg=Leg(flex=40)), working="left")

    assert for_side(figure, "right").poses[0].right_leg == Leg(flex=40)
    assert for_side(figure, "right").working == "right"


def test_the_side_that_is_drawn_stays():
    figure = figure_of(working="left")

    assert for_side(figure, "left") is figure


def test_a_figure_without_sides_stays():
    figure = figure_of()

    assert for_side(figure, "left") is figure


@pytest.mark.parametrize("key", ["pigeon-pose", "cross-legged-twist", "back-body-breathing"])
def test_the_picture_is_the_mirror_image(key):
    pose = shipped_figure(key).hold_pose
    mirrored = mirror_figure(shipped_figure(key)).hold_pose
    seen = camera_for(pose).flat(place_body(pose)["right-hand"].origin)
    other = camera_for(mirrored).flat(place_body(mirrored)["left-hand"].origin)

    assert other == pytest.approx((-seen[0], seen[1]))
