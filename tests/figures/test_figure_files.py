"""Every figure that ships: it can be drawn, keeps to the checks, and there is one for each move and position."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from apps.figures.checks import compressed_size, figure_problems
from apps.figures.contact_sheet import pictures
from apps.figures.figure import figure_keys, shipped_figure
from apps.figures.muscle_map import render_muscle_map
from apps.figures.renderer import render_figure

STYLES = Path("static/css/figures.css").read_text(encoding="utf-8")
POSITIONS = [
    "baseline-90",
    "raised-seat",
    "seat-cushion",
    "feet-tucked",
    "kneeling-chair",
    "tall-kneel",
    "half-kneel",
    "cross-legged",
    "leg-over-knee",
    "lumbar-roll",
    "built-in-lumbar",
    "car-driver",
    "standing-desk",
    "legs-up",
]

HOLD_NOTHING = {"mat", "car", "band", "loop-band", "cable"}
"""The mat is the floor, a car stands for the place, the others pull."""
BESIDE = {
    ("ball-release-piriformis", "easier", "wall"),  # behind the ball
    ("kneeling-wall-backbend", "start", "wall"),  # not reached yet
    ("positions/seat-cushion", "hold", "office-chair"),  # under the cushion
    ("stand-up-break", "hold", "office-chair"),  # just left
}


@pytest.mark.parametrize("key", figure_keys())
def test_figure_keeps_to_the_checks(key):
    assert figure_problems(shipped_figure(key)) == []


@pytest.mark.parametrize("key", figure_keys())
def test_what_holds_a_body_is_touched_by_it(key):
    """The checks measure each contact, so that nothing floats beside its chair, wall or ball."""
    figure = shipped_figure(key)
    shown = [(figure, pose) for pose in figure.poses]
    shown += [(figure.variant(pose.label), pose) for pose in figure.variants]
    idle = {
        (key, pose.label, prop.kind)
        for drawn, pose in shown
        for prop in (*drawn.props, *pose.props)
        if prop.kind not in {*HOLD_NOTHING, *(contact.on for contact in pose.contacts)}
    }

    assert idle - BESIDE == set()


@pytest.mark.parametrize("key", figure_keys())
def test_figure_is_plain_markup(key):
    for _label, shown in pictures(shipped_figure(key)):
        drawn = render_figure(shown)
        assert re.search(r"style=|<script|<animate|NaN|inf", drawn) is None


@pytest.mark.parametrize("key", figure_keys())
def test_figure_stays_in_the_picture(key):
    """Starting points of all paths lie in the view box, but for cars, which may be cut off."""
    drawn = re.sub(
        r'<path class="figure-(prop|screen|tyre|prop-top)" d="[^"]*"/>', "", render_figure(shipped_figure(key))
    )
    starts = [(int(x), int(y)) for x, y in re.findall(r'd="M(-?\d+) ?(-?\d+)', drawn)]

    assert [spot for spot in starts if not (0 <= spot[0] <= 640 and 0 <= spot[1] <= 480)] == []


def test_figures_are_about_two_kilobytes():
    sizes = [compressed_size(shipped_figure(key)) for key in figure_keys()]

    assert sum(sizes) / len(sizes) < 2200


def test_there_is_a_shipped_figure_every_stretch_that_ships():
    stretches = {path.stem for path in Path("content/en/stretches").glob("*.toml")}

    assert stretches - set(figure_keys()) == set()


def test_there_is_a_shipped_figure_every_sitting_position():
    assert sorted(key for key in figure_keys() if "/" in key) == sorted(f"positions/{name}" for name in POSITIONS)


def test_every_class_that_is_drawn_has_a_look():
    shown = [still for key in figure_keys() for _label, still in pictures(shipped_figure(key))]
    maps = [render_muscle_map(view) for view in ("front", "back")]
    drawn_together = "".join([*maps, *(render_figure(still) for still in shown)])
    names = {name for found in re.findall(r'class="([^"]+)"', drawn_together) for name in found.split()}
    drawn = {name for name in names if name.startswith("figure-") and not name.startswith("figure-muscle")}
    plain = {"figure-prop", "figure-wall", "figure-wall-top", "figure-frames"}

    assert {name for name in drawn - plain if f".{name}" not in STYLES} == set()
