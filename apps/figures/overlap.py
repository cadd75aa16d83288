"""What hides what: the order in which body parts are drawn, and which limbs are the far ones."""

from __future__ import annotations

from apps.figures.body import LIMBS, Ball, balls, trunk_layers
from apps.figures.camera import Sheet
from apps.figures.head import SKULL
from apps.figures.pose import Pose, Side
from apps.figures.skeleton import SIDES, Skeleton
from apps.figures.trunk import HEM
from apps.figures.vectors import apply, dot

_NEARER = {"thigh": 10.0, "shank": 0.0, "upper-arm": 10.0, "forearm": 10.0}
"""Centimetres by which limbs are drawn as if nearer, so that they join the trunk from in front."""
_FAR = 8.0
"""Centimetres by which a limb lies behind its twin to be drawn as the far one."""
_SIDEWAYS = 0.5
"""How far a view must be from the side for limbs to have a near and a far one; the sine of 30 degrees."""


def part_order(pose: Pose, bones: Skeleton, sheet: Sheet, working: Side | None) -> list[str]:
    """Return the names of the body parts, the furthest first."""
    way = sheet.camera.toward
    # a part that is merely higher up hides nothing, so height counts for little
    level = (way[0], way[1], way[2] * 0.4)

    def mean(found: list[Ball]) -> float:
        return sum(dot(level, ball.centre) for ball in found) / len(found)

    layers = trunk_layers(bones)
    sideways = abs(dot(way, apply(bones["pelvis"].rotation, (0, 1, 0))))
    depths = {
        "pelvis": mean([ball for pair in layers[: HEM + 1] for ball in pair]),
        "trunk": mean([ball for pair in layers[HEM:] for ball in pair]) + 10 - 6 * sideways,
        "head": dot(level, bones["head"].at(SKULL[0])) + 8,
    }
    for side in SIDES:
        for name, shape in LIMBS.items():
            depths[f"{side}-{name}"] = mean(balls(bones, shape, side)) + _NEARER[name]
        # seen from front or back both thighs cover the pelvis; from the side only the near one does
        depths[f"{side}-thigh"] -= 6 * sideways + (20 if working not in {None, side} else 0)
    nearer: dict[str, float] = dict(pose.depth.items())
    return sorted(depths, key=lambda part: depths[part] + nearer.get(part, 0))


def is_far(bones: Skeleton, sheet: Sheet, side: str, *, leg: bool) -> bool:
    """Return whether a limb clearly lies behind its twin; seen from front or back neither does."""
    names = ("thigh", "shank", "foot") if leg else ("upper-arm", "forearm", "hand")
    root = bones["pelvis" if leg else "ribs"].rotation
    if abs(dot(sheet.camera.toward, apply(root, (0, 1, 0)))) < _SIDEWAYS:
        return False
    other = "right" if side == "left" else "left"
    own, twin = (
        sum(sheet.camera.depth(bones[f"{which}-{name}"].origin) for name in names) / 3 for which in (side, other)
    )
    return twin - own > _FAR
