"""The way back: joint angles that bring a hand or a foot to a place."""

from __future__ import annotations

from math import acos, asin, atan2, cos, degrees, sin

from apps.figures.pose import Arm, Leg, Side
from apps.figures.skeleton import FOREARM, SHANK, THIGH, UPPER_ARM, sign, thigh_rotation, upper_arm_rotation
from apps.figures.vectors import Matrix, Vec, about_y, add, apply, dot, length, multiply, scale, sub, transpose, unit

_STRAIGHT = 4.0
"""Up to this bend a joint counts as straight, and the turn of the bone above it as none."""


def bend_toward(start: Vec, target: Vec, upper: float, lower: float, pole: Vec) -> tuple[Vec, Vec]:
    """Return the directions of two bones that lead from `start` to `target`, the joint towards `pole`.

    A target out of reach is pointed at with both bones in line.
    """
    way = sub(target, start)
    gap = max(abs(upper - lower) + 0.1, min(upper + lower - 0.05, length(way)))
    along = unit(way)
    aside = unit(sub(pole, scale(along, dot(pole, along))))
    turn = acos((upper * upper + gap * gap - lower * lower) / (2 * upper * gap))
    first = add(scale(along, cos(turn)), scale(aside, sin(turn)))
    second = unit(sub(scale(along, gap), scale(first, upper)))
    return first, second


def leg_along(pelvis: Matrix, side: Side, thigh: Vec, shank: Vec, foot: Vec | None = None) -> Leg:
    """Return the leg whose bones lie along the given directions; the foot as near as the ankle allows."""
    hand = sign(side)
    local = apply(transpose(pelvis), unit(thigh))
    flex, out = degrees(atan2(local[0], -local[2])), degrees(asin(max(-1, min(1, hand * local[1]))))
    plain = thigh_rotation(pelvis, side, Leg(flex=flex, out=out))
    lower = apply(transpose(plain), unit(shank))
    knee = degrees(acos(max(-1, min(1, -lower[2]))))
    turn = hand * degrees(atan2(-lower[1], -lower[0])) if knee > _STRAIGHT else 0
    leg = Leg(flex=flex, out=out, turn=turn, knee=knee)
    if foot is None:
        return leg
    rotation = multiply(thigh_rotation(pelvis, side, leg), about_y(knee))
    toes = apply(transpose(rotation), unit(foot))
    return leg.model_copy(update={"point": max(-35, min(75, degrees(atan2(-toes[2], toes[0]))))})


def arm_along(ribs: Matrix, side: Side, upper: Vec, fore: Vec, hand_way: Vec | None = None) -> Arm:
    """Return the arm whose bones lie along the given directions, the hand bent back if it must."""
    hand = sign(side)
    local = apply(transpose(ribs), unit(upper))
    raised, out = degrees(atan2(local[0], -local[2])), degrees(asin(max(-1, min(1, hand * local[1]))))
    if raised < -160:
        raised += 360
    elif raised < -95:
        # behind the back a shoulder comes from the side rather than from below
        raised, out = raised + 180, 180 - out
    plain = upper_arm_rotation(ribs, side, Arm(raise_=raised, out=out))
    lower = apply(transpose(plain), unit(fore))
    elbow = degrees(acos(max(-1, min(1, -lower[2]))))
    turn = hand * degrees(atan2(lower[1], lower[0])) if elbow > _STRAIGHT else 0
    arm = Arm(raise_=raised, out=out, turn=turn, elbow=elbow)
    if hand_way is None:
        return arm
    rotation = multiply(upper_arm_rotation(ribs, side, arm), about_y(-elbow))
    fingers = apply(transpose(rotation), unit(hand_way))
    wrist = -degrees(acos(max(-1, min(1, -fingers[2]))))
    twist = -hand * degrees(atan2(fingers[0] * -hand, fingers[1] * hand)) if wrist < -1 else 0
    if abs(twist) > 90:
        # the same way of the fingers with the palm on the other side
        twist, wrist = twist - 180 * (1 if twist > 0 else -1), -wrist
    return arm.model_copy(update={"wrist": max(-95, min(85, wrist)), "twist": twist})


def leg_reaching(pelvis: Matrix, side: Side, hip: Vec, ankle: Vec, pole: Vec, foot: Vec | None = None) -> Leg:
    """Return the leg that brings the ankle to a place with the knee towards `pole`."""
    thigh, shank = bend_toward(hip, ankle, THIGH, SHANK, pole)
    return leg_along(pelvis, side, thigh, shank, foot)


def arm_reaching(ribs: Matrix, side: Side, shoulder: Vec, wrist: Vec, pole: Vec, hand_way: Vec | None = None) -> Arm:
    """Return the arm that brings the wrist to a place with the elbow towards `pole`."""
    upper, fore = bend_toward(shoulder, wrist, UPPER_ARM, FOREARM, pole)
    return arm_along(ribs, side, upper, fore, hand_way)
