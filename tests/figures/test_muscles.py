"""Muscles: the controlled list, and where they light up."""

from __future__ import annotations

import re

import pytest
from pydantic import ValidationError

from apps.figures.body import place_body
from apps.figures.muscle_map import (
    MuscleLink,
    codes_seen_from,
    muscle_figure,
    render_linked_muscle_map,
    render_muscle_map,
)
from apps.figures.muscles import MUSCLES, muscle_strands
from apps.figures.renderer import render_figure
from tests.figures.bodies import figure_of, standing

CONTROLLED = [
    "iliacus",
    "psoas",
    "rectus-femoris",
    "tfl",
    "pectineus",
    "sartorius",
    "adductors",
    "gracilis",
    "gluteus-medius",
    "glutes",
    "piriformis",
    "deep-hip-rotators",
    "hip-abductors",
    "hamstrings",
    "quadriceps",
    "lower-back",
    "abdominals",
    "core",
    "pelvic-floor",
    "diaphragm",
    "calves",
    "chest-shoulders",
    "whole-body",
]


def test_every_muscle_of_the_list_is_known():
    assert sorted(MUSCLES) == sorted(CONTROLLED)


def test_the_map_shows_each_muscle_once():
    front, back = codes_seen_from("front"), codes_seen_from("back")

    assert sorted([*front, *back, "whole-body"]) == sorted(CONTROLLED)


@pytest.mark.parametrize("view", ["front", "back"])
def test_the_map_has_a_path_for_each_muscle(view):
    drawn = render_muscle_map(view)

    assert [drawn.count(f'figure-muscle-{code} figure-quiet"') for code in codes_seen_from(view)] == [
        1 for _code in codes_seen_from(view)
    ]


def test_the_map_lights_what_it_is_asked_to():
    assert render_muscle_map("front", lit=("psoas",)).count("figure-lit") == 1


@pytest.mark.parametrize("view", ["front", "back"])
def test_linked_map_draws_what_the_map_draws(view):
    links = {code: MuscleLink("A <b>", f"/muscles/{code}/", "en") for code in codes_seen_from(view)[1:]}
    linked = render_linked_muscle_map(view, links)

    assert re.findall(r"<path[^>]*>", linked) == re.findall(r"<path[^>]*>", render_muscle_map(view))
    assert re.findall(r'<a href="/muscles/([a-z-]+)/" tabindex="-1"><title>A &lt;b&gt;</title><path', linked) == [
        *links
    ]


@pytest.mark.parametrize("code", CONTROLLED)
def test_a_muscle_lights_up_where_it_is_seen(code):
    drawn = render_figure(muscle_figure(code))

    assert 'class="figure-lit"' in drawn
    assert "figure-through" not in drawn


def test_a_muscle_on_the_hidden_side_shines_through():
    drawn = render_figure(figure_of(standing(view="front"), muscles=("piriformis",)))

    assert "figure-lit figure-through" in drawn


def test_left_and_right_mirror_each_other():
    bones = place_body(standing())
    left = muscle_strands(bones, "tfl", "left")[0].balls[0].centre
    right = muscle_strands(bones, "tfl", "right")[0].balls[0].centre

    assert right == pytest.approx((left[0], -left[1], left[2]))


def test_a_muscle_off_the_list_is_refused():
    with pytest.raises(ValidationError, match="“biceps” is not a muscle of the list"):
        figure_of(muscles=("biceps",))
