"""What a figure has to keep: possible joints, feet on the ground, nothing sunk in, and few bytes."""

from __future__ import annotations

import brotli
from django.utils.translation import gettext_lazy as _

from apps.figures.body import FOOT, HAND, HEEL, SHANK, THIGH, balls, contact_ball, place_body, trunk_layers
from apps.figures.figure import Figure
from apps.figures.limits import limit_problems
from apps.figures.pose import Contact, Pose
from apps.figures.props import build_prop
from apps.figures.renderer import render_figure
from apps.figures.skeleton import SIDES, Skeleton

FLOATING = 3.5
"""Centimetres that a resting part may be away from what it rests on; flesh and cloth fill them."""
SINKING = -4.5
"""Centimetres that it may press in; cushions, buttocks and calves give way."""
FLOOR_SINKING = -4.0
LARGEST = 2800
"""Bytes of one drawing as brotli sends it, poses and arrows included."""


def figure_problems(figure: Figure) -> list[str]:
    """Return messages for people about everything that is wrong with a figure; empty if it can be shown."""
    found = [problem for pose in figure.poses for problem in pose_problems(figure, pose)]
    for pose in figure.variants:
        # a variant brings all its props
        found += pose_problems(figure.variant(pose.label), pose)
    size = compressed_size(figure)
    if size > LARGEST:
        found.append(
            str(_("The drawing is too large: %(size)d bytes, at most %(most)d.") % {"size": size, "most": LARGEST})
        )
    return found + view_problems(figure)


def view_problems(figure: Figure) -> list[str]:
    """Return a message if the poses that follow each other are seen from several places."""
    views = {(pose.view, pose.view_turn, pose.view_height, pose.facing) for pose in figure.poses}
    return [str(_("All poses of a figure must be seen from the same place."))] if len(views) > 1 else []


def compressed_size(figure: Figure) -> int:
    return len(brotli.compress(render_figure(figure).encode()))


def pose_problems(figure: Figure, pose: Pose) -> list[str]:
    """Return messages about one pose, each beginning with its label."""
    bones = place_body(pose)
    problems = [
        *limit_problems(pose),
        *(problem for contact in pose.contacts if (problem := _contact_problem(figure, pose, bones, contact))),
        *_sunk(bones),
    ]
    return [f"{pose.label}: {problem}" for problem in problems]


def contact_gap(figure: Figure, pose: Pose, bones: Skeleton, contact: Contact) -> float | None:
    """Return the centimetres between a part and what it rests on, negative if pressed in; none without the prop."""
    ball = contact_ball(bones, contact.point)
    if contact.on == "floor":
        return ball.centre[2] - ball.radius
    gaps = [
        solid.distance(ball)
        for prop in (*figure.props, *pose.props)
        if prop.kind == contact.on
        for solid in build_prop(prop)
    ]
    return min(gaps, key=abs) if gaps else None


def _contact_problem(figure: Figure, pose: Pose, bones: Skeleton, contact: Contact) -> str:
    gap = contact_gap(figure, pose, bones, contact)
    names = {"part": contact.point, "prop": contact.on}
    if gap is None:
        return str(_("%(part)s should rest on %(prop)s, but there is none.") % names)
    if gap > FLOATING:
        return str(_("%(part)s floats %(gap)d cm away from %(prop)s.") % {**names, "gap": round(gap)})
    if gap < SINKING:
        return str(_("%(part)s sinks %(gap)d cm into %(prop)s.") % {**names, "gap": round(-gap)})
    return ""


def _sunk(bones: Skeleton) -> list[str]:
    """Return messages for parts that lie under the floor."""
    parts = {"trunk": [ball for pair in trunk_layers(bones) for ball in pair]}
    for side in SIDES:
        for name, shape in (("thigh", THIGH), ("shank", SHANK), ("foot", HEEL + FOOT), ("hand", HAND)):
            parts[f"{side} {name}"] = balls(bones, shape, side)
    lows = {name: min(ball.centre[2] - ball.radius for ball in found) for name, found in parts.items()}
    return [
        str(_("%(part)s sinks %(gap)d cm into the floor.") % {"part": name, "gap": round(-low)})
        for name, low in lows.items()
        if low < FLOOR_SINKING
    ]
