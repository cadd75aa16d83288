"""The flesh: balls along the bones, whose outlines a renderer joins, and the points that touch things."""

from __future__ import annotations

from typing import NamedTuple

from apps.figures.pose import Anchor, ContactPoint, Pose
from apps.figures.skeleton import SIDES, Frame, Skeleton, build_skeleton, sign
from apps.figures.vectors import Vec, add, sub


class Ball(NamedTuple):
    """A ball in the room."""

    centre: Vec
    radius: float


Shape = tuple[tuple[str, Vec, float], ...]
"""Balls as (bone, offset, radius); offsets are written for the left side and mirrored for the right."""

THIGH: Shape = (
    ("thigh", (-0.8, -1.4, 0), 8.4), ("thigh", (0.2, -0.7, -12), 8.0), ("thigh", (0.8, 0, -27), 6.6),
    ("thigh", (0, 0, -42), 5.3),
)  # fmt: skip
SHANK: Shape = (
    ("shank", (0, 0, 0), 5.3), ("shank", (-1.5, 0, -12), 5.6), ("shank", (-1.0, 0, -24), 4.4),
    ("shank", (0, 0, -36), 3.5),
)  # fmt: skip
HEEL: Shape = (
    ("shank", (0, 0, -34), 3.0), ("foot", (0.2, 0, 0), 3.2), ("foot", (-3.8, 0, -3.5), 3.4),
    ("foot", (4.5, -0.4, -3.4), 2.8),
)  # fmt: skip
FOOT: Shape = (
    ("foot", (-3.8, 0, -3.8), 3.1), ("foot", (4.5, -0.4, -3.6), 2.8), ("foot", (10, 2, -4.8), 2.1),
    ("foot", (10.5, -2, -4.6), 2.3), ("foot", (16, -1.6, -5.3), 1.6), ("foot", (14.5, 2, -5.5), 1.4),
)  # fmt: skip
UPPER_ARM: Shape = (
    ("upper-arm", (0.2, 0, -7), 4.6), ("upper-arm", (0.4, 0, -14), 4.5), ("upper-arm", (0, 0, -29), 3.7),
)  # fmt: skip
SLEEVE: Shape = (
    ("upper-arm", (0, -0.6, 0.4), 4.8), ("upper-arm", (0.3, 0, -7), 5.1), ("upper-arm", (0.4, 0, -13.5), 5.4),
)  # fmt: skip
FOREARM: Shape = (
    ("forearm", (0, 0, 0), 3.7), ("forearm", (0.3, 0, -7), 3.8), ("forearm", (0, 0, -24), 2.5),
)  # fmt: skip
HAND: Shape = (
    ("forearm", (0, 0, -22), 2.4), ("hand", (1.6, 0, -6), 2.2), ("hand", (-1.8, 0, -6), 2.2),
    ("hand", (0.8, -0.6, -15.5), 1.4), ("hand", (-1.0, -0.6, -15), 1.3),
)  # fmt: skip
THUMB: Shape = (("hand", (2, 0, -3), 1.7), ("hand", (5, -1.4, -9), 1.3))

LIMBS: dict[str, Shape] = {"thigh": THIGH, "shank": SHANK, "upper-arm": UPPER_ARM, "forearm": FOREARM}
"""The limbs that are drawn as wholes, in the order of their joints."""

LAYERS: tuple[tuple[str, float, float, float, float], ...] = (
    ("pelvis", 0.5, -1.4, 15.4, 9.4), ("pelvis", 11, -0.6, 13.0, 8.7), ("waist", 8.5, 0.2, 11.8, 8.2),
    ("belly", 9, 0.8, 13.0, 9.0), ("ribs", 4, 0.9, 15.0, 9.9), ("ribs", 9, 0.2, 15.6, 8.6),
)  # fmt: skip
"""The trunk from below: bone, height above its joint, forward shift, half width, half depth."""

_CONTACTS: dict[str, tuple[str, Vec, float]] = {
    "foot": ("foot", (4, 0, -5.0), 2.0), "toes": ("foot", (12.5, 0, -5), 2.0), "heel": ("foot", (-3.8, 0, -3.4), 3.5),
    "instep": ("foot", (10, 0, -4.7), 2.3), "knee": ("thigh", (0, 0, -42), 5.3), "hip": ("thigh", (0, 2, 1), 9.4),
    "thigh": ("thigh", (0.8, 0, -22), 7.4), "calf": ("shank", (-1.5, 0, -16), 5.4),
    "hand": ("hand", (0, 0, -6), 2.2), "fingers": ("hand", (0, -0.6, -14.5), 1.4),
    "forearm": ("forearm", (0, 0, -14), 3.2), "elbow": ("forearm", (0, 0, 0), 3.7),
}  # fmt: skip
_MIDDLE: dict[str, tuple[str, Vec, float]] = {
    "seat": ("pelvis", (-1.6, 0, 0.5), 9.9), "back": ("ribs", (0.2, 0, 8), 9.6), "head": ("head", (0, 0, 8), 9.4),
    "belly": ("belly", (0.6, 0, 0), 9),
}  # fmt: skip


def balls(bones: Skeleton, shape: Shape, side: str) -> list[Ball]:
    """Return the shape of one side's limb in the room."""
    hand = 1 if side == "left" else -1
    return [Ball(bones[f"{side}-{bone}"].at((x, hand * y, z)), radius) for bone, (x, y, z), radius in shape]


def contact_ball(bones: Skeleton, point: ContactPoint) -> Ball:
    """Return the ball of the body that a contact point names."""
    if point in _MIDDLE:
        bone, offset, radius = _MIDDLE[point]
        return Ball(bones[bone].at(offset), radius)
    side, _, name = point.partition("-")
    bone, offset, radius = _CONTACTS[name]
    return balls(bones, ((bone, offset, radius),), side)[0]


def trunk_layers(bones: Skeleton) -> list[tuple[Ball, Ball]]:
    """Return the trunk from below as pairs of balls, the left one first."""
    pairs = []
    for bone, up, forward, width, depth in LAYERS:
        spread = width - depth
        frame = bones[bone]
        pairs.append((Ball(frame.at((forward, spread, up)), depth), Ball(frame.at((forward, -spread, up)), depth)))
    return pairs


def shoulder_balls(bones: Skeleton) -> list[Ball]:
    """Return the balls that round off the trunk above: shoulders, their slope, and the foot of the neck."""
    ribs = bones["ribs"]
    found = [Ball(bones["neck"].at((-0.8, 0, 0.6)), 4.0)]
    for side in SIDES:
        found.append(Ball(bones[f"{side}-upper-arm"].at((0, -0.6 * sign(side), 0.4)), 4.8))
        found.append(Ball(ribs.at((0, 7 * sign(side), 5)), 8.6))
    return found


def place_body(pose: Pose) -> Skeleton:
    """Return the skeleton with the anchored part resting on its place."""
    bones = build_skeleton(pose)
    return _moved(bones, _way(bones, pose.anchor))


def _way(bones: Skeleton, anchor: Anchor) -> Vec:
    ball = contact_ball(bones, anchor.point)
    return sub(add(anchor.at, (0, 0, ball.radius)), ball.centre)


def _moved(bones: Skeleton, way: Vec) -> Skeleton:
    return {name: Frame(add(frame.origin, way), frame.rotation) for name, frame in bones.items()}
