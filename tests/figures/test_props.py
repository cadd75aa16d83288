"""Things in the room."""

from __future__ import annotations

import pytest

from apps.figures.body import Ball
from apps.figures.pose import Prop
from apps.figures.props import build_prop
from apps.figures.solids import Ring


def test_a_band_is_as_wide_as_its_size_says():
    usual, wide = (Prop(kind="loop-band", to=(0, 0, 30), size=size) for size in (None, (0, 4, 0)))

    assert [build_prop(prop)[0].points()[0].radius for prop in (usual, wide)] == [1.3, 2]


def test_a_bicycle_stands_on_both_wheels():
    wheels = [solid for solid in build_prop(Prop(kind="bike")) if isinstance(solid, Ring)]

    assert [wheel.centre[2] - wheel.radius - wheel.thick for wheel in wheels] == pytest.approx([0, 0], abs=0.5)


def test_a_bicycle_has_a_saddle_to_sit_on_and_a_bar_to_hold():
    solids = build_prop(Prop(kind="bike"))
    seat, hand = Ball((-20, 0, 94), 3), Ball((44, 18, 102), 3)

    assert min(solid.distance(seat) for solid in solids) == pytest.approx(0, abs=1)
    assert min(solid.distance(hand) for solid in solids) == pytest.approx(0, abs=1)
