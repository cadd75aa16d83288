"""The drawing as SVG."""

from __future__ import annotations

import re

import pytest
from django.template import Context, Template

from apps.figures.figure import shipped_figure
from apps.figures.renderer import render_figure
from tests.figures.bodies import figure_of, standing

MOVING = shipped_figure("half-kneeling-hip-flexor-stretch")


def test_the_picture_is_named_by_its_title():
    drawn = render_figure(figure_of(), title_id="stand", alt="A & B")

    assert '<svg class="figure" viewBox="0 0 640 480" role="img" aria-labelledby="stand">' in drawn
    assert '<title id="stand">A &amp; B</title>' in drawn


def test_the_same_figure_gives_the_same_bytes():
    assert render_figure(MOVING) == render_figure(MOVING)


def test_the_two_sides_have_titles_of_their_own():
    left, right = (re.findall(r'title id="([^"]+)"', render_figure(MOVING, side=side)) for side in ("left", "right"))

    assert left != right


def test_poses_become_frames_and_one_of_them_holds():
    drawn = render_figure(MOVING)

    assert drawn.count('<g class="figure-frame figure-frame-1">') == 1
    assert drawn.count('<g class="figure-frame figure-frame-2 figure-frame-hold">') == 1


def test_a_still_figure_has_no_frames():
    drawn = render_figure(MOVING.model_copy(update={"way": "still"}))

    assert "figure-frame" not in drawn


def test_the_arrow_has_a_halo_beneath_it():
    drawn = render_figure(MOVING)

    assert drawn.index("figure-halo") < drawn.index("figure-arrow")


def test_the_worked_leg_is_strong_on_either_side():
    left, right = render_figure(MOVING, side="left"), render_figure(MOVING, side="right")

    assert left.count("figure-near") == right.count("figure-near")
    assert left.count("figure-far") == right.count("figure-far")


def test_size_is_for_places_without_a_style_sheet():
    assert ' width="120" height="90" role="img"' in render_figure(figure_of(), size=120)


def test_an_unknown_variant_is_refused():
    with pytest.raises(KeyError, match="sideways"):
        MOVING.variant("sideways")


def test_the_tag_draws_what_ships_under_a_key():
    drawn = Template("{% load figures %}{% figure 'pigeon-pose' side='left' title_id='p' %}").render(Context())

    assert drawn == render_figure(shipped_figure("pigeon-pose"), side="left", title_id="p")


def test_the_tag_draws_a_variant():
    drawn = Template("{% load figures %}{% figure 'plank' variant='easier' title_id='p' %}").render(Context())

    assert drawn == render_figure(shipped_figure("plank").variant("easier"), title_id="p")


def test_the_tag_says_nothing_when_there_is_no_figure():
    assert Template("{% load figures %}{% figure missing %}").render(Context({"missing": None})) == ""


def test_a_body_seen_from_behind_shows_no_face():
    front, back = (render_figure(figure_of(standing(view=view))) for view in ("front", "back"))

    assert front.count('class="figure-skin"') == back.count('class="figure-skin"')
    assert front != back
