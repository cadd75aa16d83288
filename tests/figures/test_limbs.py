"""Outlines in the picture."""

from __future__ import annotations

from apps.figures.hulls import hull
from apps.figures.limbs import Ends, is_long, limb
from apps.figures.paths import Circle, Path, smooth

THICK, THIN = Circle(0, 0, 10), Circle(100, 0, 5)


def test_path_data_is_relative_and_leaves_out_what_it_can():
    path = Path()
    path.move((10.4, 20))
    path.line((15, 18))
    path.line((10, 30))
    path.close()

    assert str(path) == "M10 20l5-2-5 12z"


def test_a_smooth_line_leaves_out_the_handles_that_mirror_the_last_one():
    path = Path()
    path.move((0, 0))
    smooth(path, [(0, 0), (60, 0), (120, 60), (120, 120)])

    # the handle after (60, 0) is 20 right and 10 down of it: the mirror of the one before it
    assert str(path) == "M0 0c10 0 40-10 60 0s50 40 60 60 0 50 0 60"


def test_rounding_does_not_add_up():
    path = Path()
    path.move((0, 0))
    for step in range(1, 6):
        path.line((step * 1.4, 0))

    assert str(path) == "M0 0l1 0 2 0 1 0 2 0 1 0"


def test_a_lone_circle_is_a_circle():
    assert hull([THICK]) == "M-10 0a10 10 0 0 1 20 0 10 10 0 0 1-20 0z"


def test_a_circle_inside_another_leaves_no_trace():
    assert hull([THICK, Circle(2, 0, 3)]) == hull([THICK])


def test_a_closed_limb_is_its_own_outline():
    outline = limb([THICK, THIN])

    assert outline.fill.endswith("z")
    assert outline.edge == ""


def test_an_open_end_has_no_outline():
    outline = limb([THICK, THIN], Ends(open_start=True))

    assert outline.fill.endswith("z")
    assert outline.edge.count("M") == 1
    assert not outline.edge.endswith("z")


def test_two_open_ends_leave_two_sides():
    assert limb([THICK, THIN], Ends(open_start=True, open_end=True)).edge.count("M") == 2


def test_a_limb_towards_the_viewer_is_a_lump():
    pointing = [THICK, Circle(1, 0, 8)]

    assert not is_long(pointing)
    assert limb(pointing, Ends(open_start=True)).edge == ""


def test_the_outside_of_a_bend_is_drawn_at_an_open_end():
    straight = limb([THICK, THIN], Ends(open_start=True, before=Circle(-50, 0, 10)))
    bent = limb([THICK, THIN], Ends(open_start=True, before=Circle(0, -50, 10)))

    assert bent.edge.startswith(straight.edge)
    assert len(bent.edge) > len(straight.edge)
    assert bent.fill == straight.fill
