"""What one trains and presses with, each around its own middle and facing forward (x)."""

from __future__ import annotations

from collections.abc import Callable

from apps.figures.body import Ball
from apps.figures.solids import Box, Lump, Ring, Solid, rod
from apps.figures.vectors import Vec


def _bike(_size: Vec) -> list[Solid]:
    joints: dict[str, Vec] = {
        "rear": (-50, 0, 34), "front": (52, 0, 34), "pedals": (-4, 0, 28), "saddle": (-20, 0, 84), "head": (38, 0, 78),
    }  # fmt: skip
    tubes = (
        ("rear", "pedals"),
        ("pedals", "saddle"),
        ("pedals", "head"),
        ("saddle", "head"),
        ("head", "front"),
        ("rear", "saddle"),
    )
    return [
        Ring(joints["rear"], (0, 1, 0), 33, look="wheel"),
        Ring(joints["front"], (0, 1, 0), 33, look="wheel"),
        *(rod(joints[a], joints[b], 1.6) for a, b in tubes),
        rod((-30, 0, 88), (-12, 0, 88), 2.6, "soft"),
        rod((38, 0, 78), (44, 0, 96), 1.6),
        rod((44, -18, 97), (44, 18, 97), 1.8, "soft"),
    ]


def _step(size: Vec) -> list[Solid]:
    return [Box((0, 0, size[2] / 2), size)]


def _roller(size: Vec) -> list[Solid]:
    radius = size[2] / 2
    half = size[1] / 2
    return [
        Lump((Ball((0, -half, radius), radius), Ball((0, half, radius), radius)), look="soft"),
    ]


def _ball(size: Vec) -> list[Solid]:
    return [Lump((Ball((0, 0, size[2] / 2), size[2] / 2),), look="accent")]


def _books(size: Vec) -> list[Solid]:
    half = size[2] / 2
    return [
        Box((0, 0, half / 2), (size[0], size[1], half)),
        Box((1, 0, half * 1.5), (size[0] - 3, size[1] - 4, half), look="soft"),
    ]


def _cushion(size: Vec) -> list[Solid]:
    radius = size[2] / 2
    x, y = size[0] / 2 - radius, size[1] / 2 - radius
    return [
        Lump(tuple(Ball((i * x, j * y, radius), radius) for i in (-1, 1) for j in (-1, 1)), look="accent", soft=True)
    ]


def _barbell(size: Vec) -> list[Solid]:
    half = size[1] / 2
    plates: list[Solid] = [
        Ring((0, side * (half - 8), 0), (0, 1, 0), size[2] / 2, 2.4, filled=True, look="tyre") for side in (1, -1)
    ]
    return [plates[0], rod((0, -half, 0), (0, half, 0), 1.4), plates[1]]


def _cable(size: Vec) -> list[Solid]:
    return [
        Box((0, 0, 3), (46, 46, 6)),
        Box((0, 0, size[2] / 2), (16, 22, size[2])),
        Ring((0, 0, 9), (0, 1, 0), 5, 1.6, filled=True, look="tyre"),
    ]


def _lever_tool(_size: Vec) -> list[Solid]:
    """A hook on a foot, its tip up; the crank goes back beside the thigh of whoever lies on it."""
    return [
        Box((-2, 0, 1.5), (34, 18, 3), look="soft"),
        rod((-8, 0, 5), (9, 0, 5), 2.4, "accent"),
        rod((9, 0, 5), (1, 0, 13), 2.4, "accent"),
        rod((-8, 0, 5), (-8, -14, 14), 1.8, "accent"),
        rod((-8, -14, 14), (-30, -15, 14), 2.2),
    ]


def _curl_machine(size: Vec) -> list[Solid]:
    high = size[2]
    return [
        rod((-45, 0, 2), (-45, 0, high - 4), 3),
        rod((45, 0, 2), (45, 0, high - 4), 3),
        rod((-60, 0, 2.5), (72, 0, 2.5), 2.5),
        Lump(tuple(Ball((x, y, high - 4), 4) for x in (-62, 62) for y in (-17, 17)), look="soft", soft=True),
    ]


BUILDERS: dict[str, tuple[Callable[[Vec], list[Solid]], Vec]] = {
    "bike": (_bike, (0, 0, 0)),
    "step": (_step, (36, 60, 20)),
    "roller": (_roller, (15, 60, 15)),
    "ball": (_ball, (7, 7, 7)),
    "books": (_books, (22, 40, 7)),
    "cushion": (_cushion, (42, 42, 9)),
    "lumbar-roll": (_cushion, (9, 34, 9)),
    "barbell": (_barbell, (0, 190, 44)),
    "cable": (_cable, (20, 24, 190)),
    "lever-tool": (_lever_tool, (0, 0, 0)),
    "curl-machine": (_curl_machine, (0, 0, 58)),
}
"""For each kind its builder, and its usual length, width and height in centimetres."""
