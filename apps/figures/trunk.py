"""The trunk in the picture: leggings at the pelvis, a top above them, the neck."""

from __future__ import annotations

from itertools import pairwise
from math import hypot

from apps.figures.body import THIGH, Ball, balls, shoulder_balls, trunk_layers
from apps.figures.camera import Sheet
from apps.figures.hulls import hull
from apps.figures.limbs import limb
from apps.figures.paths import Circle, Path, Point, smooth
from apps.figures.skeleton import SIDES, Skeleton
from apps.figures.vectors import apply, dot

HEM = 1
"""The layer where the top ends."""


def draw_pelvis(bones: Skeleton, sheet: Sheet) -> tuple[str, str]:
    """Return the pelvis with both hip joints as (class name, path data)."""
    layers = [sheet.circle(*ball) for pair in trunk_layers(bones)[: HEM + 1] for ball in pair]
    hips = [sheet.circle(*balls(bones, THIGH, side)[0]) for side in SIDES]
    return ("figure-near", hull([*hips, *layers]))


def draw_top(bones: Skeleton, sheet: Sheet, *, with_neck: bool) -> list[tuple[str, str]]:
    """Return the top, and the neck if the head does not bring it, in the order to draw."""
    layers = [[sheet.circle(*ball) for ball in pair] for pair in trunk_layers(bones)[HEM:]]
    shoulders = [sheet.circle(*ball) for ball in shoulder_balls(bones)]
    cloth = ("figure-cloth", _top(layers, shoulders))
    if not with_neck:
        return [cloth]
    neck = draw_neck(bones, sheet)
    faces_us = dot(sheet.camera.toward, apply(bones["ribs"].rotation, (1, 0, 0.3))) > 0.25
    return [cloth, neck] if faces_us else [neck, cloth]


def draw_neck(bones: Skeleton, sheet: Sheet) -> tuple[str, str]:
    neck, head = bones["neck"], bones["head"]
    found = (Ball(neck.at((0.4, 0, 0.5)), 4.6), Ball(head.at((-1.6, 0, 4)), 5.0))
    return ("figure-skin", limb([sheet.circle(*ball) for ball in found]).fill)


def _top(layers: list[list[Circle]], shoulders: list[Circle]) -> str:
    """Return the outline of the top; seen along the spine it is a plain hull."""
    middles = [((a.x + b.x) / 2, (a.y + b.y) / 2) for a, b in layers]
    seen = sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(middles))
    if seen < 2.0 * layers[0][0].radius:
        return hull([circle for pair in layers for circle in pair]) + hull(shoulders)
    left, right = [], []
    for index, pair in enumerate(layers):
        before, after = middles[max(index - 1, 0)], middles[min(index + 1, len(middles) - 1)]
        way = hypot(after[0] - before[0], after[1] - before[1]) or 1
        across = ((after[1] - before[1]) / way, (before[0] - after[0]) / way)
        left.append(_reach(pair, across))
        right.append(_reach(pair, (-across[0], -across[1])))
    path = Path()
    path.move(left[0])
    smooth(path, left)
    path.line(right[-1])
    smooth(path, right[::-1])
    path.close()
    return str(path) + hull(shoulders)


def _reach(pair: list[Circle], across: Point) -> Point:
    """Return the furthest point of a layer to one side of its middle."""
    middle = ((pair[0].x + pair[1].x) / 2, (pair[0].y + pair[1].y) / 2)
    far = max(
        (circle.x - middle[0]) * across[0] + (circle.y - middle[1]) * across[1] + circle.radius for circle in pair
    )
    return (middle[0] + across[0] * far, middle[1] + across[1] * far)
