"""The skeleton: bone lengths of one adult of 172 cm and where every bone is in a given pose."""

from __future__ import annotations

from typing import NamedTuple

from apps.figures.pose import Arm, Leg, Pose, Side
from apps.figures.vectors import Matrix, Vec, about_x, about_y, about_z, add, apply, chain, multiply

HIP_HALF_WIDTH = 8.5
SHOULDER_HALF_WIDTH = 16.0
SHOULDER_ABOVE_RIBS = 13.0
NECK_ABOVE_RIBS = 18.0
THIGH = 42.0
SHANK = 41.0
UPPER_ARM = 29.0
FOREARM = 25.0
SPINE_SEGMENTS = (("waist", 9.0), ("belly", 12.0), ("ribs", 12.0))
NECK = 8.0

SIDES: tuple[Side, Side] = ("left", "right")


class Frame(NamedTuple):
    """A bone: its upper joint, and the rotation that carries bone directions into the room."""

    origin: Vec
    rotation: Matrix

    def at(self, offset: Vec) -> Vec:
        """Return a point given in the bone's own directions as a point in the room."""
        return add(self.origin, apply(self.rotation, offset))


Skeleton = dict[str, Frame]


def sign(side: Side) -> int:
    """Return 1 for the left side and -1 for the right."""
    return 1 if side == "left" else -1


def build_skeleton(pose: Pose) -> Skeleton:
    """Return every bone's frame, the middle of the hips being the origin of the room."""
    root = pose.root
    pelvis = Frame((0.0, 0.0, 0.0), chain(about_z(root.turn), about_y(root.lean), about_x(root.tip)))
    bones: Skeleton = {"pelvis": pelvis}
    _add_spine(bones, pose)
    for side in SIDES:
        _add_leg(bones, side, pose.leg(side))
        _add_arm(bones, side, pose.arm(side))
    return bones


def thigh_rotation(parent: Matrix, side: Side, leg: Leg) -> Matrix:
    hand = sign(side)
    return chain(parent, about_y(-leg.flex), about_x(hand * leg.out), about_z(hand * leg.turn))


def upper_arm_rotation(parent: Matrix, side: Side, arm: Arm) -> Matrix:
    hand = sign(side)
    return chain(parent, about_y(-arm.raise_), about_x(hand * arm.out), about_z(hand * arm.turn))


def _add_spine(bones: Skeleton, pose: Pose) -> None:
    third = chain(about_z(pose.spine.turn / 3), about_y(pose.spine.bend / 3), about_x(-pose.spine.side / 3))
    parent = bones["pelvis"]
    for name, above in SPINE_SEGMENTS:
        parent = Frame(parent.at((0, 0, above)), multiply(parent.rotation, third))
        bones[name] = parent
    half = chain(about_z(pose.neck.turn / 2), about_y(pose.neck.nod / 2), about_x(-pose.neck.side / 2))
    neck = Frame(parent.at((0, 0, NECK_ABOVE_RIBS)), multiply(parent.rotation, half))
    bones["neck"] = neck
    bones["head"] = Frame(neck.at((0, 0, NECK)), multiply(neck.rotation, half))


def _add_leg(bones: Skeleton, side: Side, leg: Leg) -> None:
    pelvis = bones["pelvis"]
    thigh = Frame(pelvis.at((0, sign(side) * HIP_HALF_WIDTH, 0)), thigh_rotation(pelvis.rotation, side, leg))
    shank = Frame(thigh.at((0, 0, -THIGH)), multiply(thigh.rotation, about_y(leg.knee)))
    foot = Frame(shank.at((0, 0, -SHANK)), multiply(shank.rotation, about_y(leg.point)))
    bones[f"{side}-thigh"], bones[f"{side}-shank"], bones[f"{side}-foot"] = thigh, shank, foot


def _add_arm(bones: Skeleton, side: Side, arm: Arm) -> None:
    hand = sign(side)
    ribs = bones["ribs"]
    shoulder = ribs.at((0, hand * SHOULDER_HALF_WIDTH, SHOULDER_ABOVE_RIBS))
    upper = Frame(shoulder, upper_arm_rotation(ribs.rotation, side, arm))
    fore = Frame(upper.at((0, 0, -UPPER_ARM)), multiply(upper.rotation, about_y(-arm.elbow)))
    wrist = chain(fore.rotation, about_z(-hand * arm.twist), about_x(-hand * arm.wrist))
    bones[f"{side}-upper-arm"], bones[f"{side}-forearm"] = upper, fore
    bones[f"{side}-hand"] = Frame(fore.at((0, 0, -FOREARM)), wrist)
