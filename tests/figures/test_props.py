"""Things in the room."""

from __future__ import annotations

from apps.figures.pose import Prop
from apps.figures.props import build_prop


def test_a_band_is_as_wide_as_its_size_says():
    usual, wide = (Prop(kind="loop-band", to=(0, 0, 30), size=size) for size in (None, (0, 4, 0)))

    assert [build_prop(prop)[0].points()[0].radius for prop in (usual, wide)] == [1.3, 2]
