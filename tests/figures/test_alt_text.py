"""The text alternative."""

from __future__ import annotations

from typing import get_args

from apps.figures.alt_text import POSTURES, PROPS, alt_text_for, caption_for
from apps.figures.figure import shipped_figure
from apps.figures.mirror import mirror_figure
from apps.figures.pose import Posture, Prop, PropKind
from tests.figures.bodies import figure_of, standing


def test_a_plain_body_is_told_plainly():
    assert alt_text_for(figure_of()) == "A person standing, seen from the side."


def test_two_poses_are_told_one_after_the_other():
    assert alt_text_for(shipped_figure("half-kneeling-hip-flexor-stretch")) == (
        "A person kneeling on one knee, seen from the side. "
        "Picture 1: right knee down and left knee bent in front. "
        "Picture 2: right knee down, trunk bent to the left, left knee bent in front and right arm overhead. "
        "With a mat. Working side: right. Highlighted: Iliacus, Psoas and Rectus femoris."
    )


def test_the_mirrored_figure_tells_the_other_side():
    text = alt_text_for(mirror_figure(shipped_figure("half-kneeling-hip-flexor-stretch")))

    assert "Picture 1: left knee down" in text
    assert "Working side: left." in text


def test_the_editors_words_come_first():
    assert alt_text_for(figure_of(alt="Two people dancing.")) == "Two people dancing."


def test_a_step_tells_what_the_pose_cannot():
    steps = ["Stand tall.", "Lift one leg over. Then rest.", "Come back."]

    assert alt_text_for(figure_of(), steps=steps) == (
        "A person standing, seen from the side. How it is done: Lift one leg over."
    )


def test_the_only_step_is_told():
    assert alt_text_for(figure_of(), steps=["Breathe. Rest."]).endswith("How it is done: Breathe.")


def test_the_editors_words_come_before_the_steps_too():
    assert alt_text_for(figure_of(alt="Two people dancing."), steps=["Breathe."]) == "Two people dancing."


def test_beside_a_caption_nothing_is_told_twice():
    figure = shipped_figure("half-kneeling-hip-flexor-stretch")

    assert caption_for(figure) == "Working side: right. Highlighted: Iliacus, Psoas and Rectus femoris."
    assert f"{alt_text_for(figure, captioned=True)} {caption_for(figure)}" == alt_text_for(figure)


def test_every_posture_and_prop_has_words():
    assert sorted(POSTURES) == sorted(get_args(Posture))
    assert sorted(PROPS) == sorted(get_args(PropKind))


def test_props_are_named_once():
    wall = Prop(kind="wall", at=(60, 0, 0))

    assert alt_text_for(figure_of(standing(), props=(wall, wall))).endswith("With a wall.")
