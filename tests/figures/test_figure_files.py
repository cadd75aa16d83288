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


@pytest.mark.parametrize("key", figure_keys())
def test_figure_keeps_to_the_checks(key):
    assert figure_problems(shipped_figure(key)) == []


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
