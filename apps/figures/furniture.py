"""What one sits, lies, works and leans on, each around its own middle and facing forward (x)."""

from __future__ import annotations

from collections.abc import Callable

from apps.figures.body import Ball
from apps.figures.solids import Box, Lump, Ring, Solid, rod
from apps.figures.vectors import Vec


def _mat(size: Vec) -> list[Solid]:
    return [Box((0, 0, -size[2] / 2), size, look="mat")]


def _legs(x: float, y: float, top: float, radius: float = 1.3) -> list[Solid]:
    return [rod((dx, dy, radius), (dx, dy, top), radius) for dy in (y, -y) for dx in (-x, x)]


def _chair(size: Vec) -> list[Solid]:
    deep, wide, high = size
    x, y = deep / 2, wide / 2
    back = [rod((-x + 1, side, high), (-x - 5, side, high + 44), 1.3) for side in (y - 2, 2 - y)]
    return [
        *_legs(x - 2, y - 2, high - 3),
        *back,
        Box((-x - 4, 0, high + 34), (2.6, wide, 18), pitch=-8, look="soft"),
        Box((0, 0, high - 1.5), (deep, wide, 3), look="soft"),
    ]


def _office_chair(size: Vec) -> list[Solid]:
    deep, wide, high = size
    feet: list[Solid] = [rod((0, 0, 9), (x, y, 4), 1.6) for x, y in ((-26, 9), (26, 9), (0, 27), (-16, -22), (16, -22))]
    return [
        *feet,
        rod((0, 0, 9), (0, 0, high - 5), 2.4),
        rod((-8, 0, high - 6), (-deep / 2 - 6, 0, high + 14), 1.8),
        Lump(
            tuple(
                Ball((-deep / 2 - x, y, high + z), 2.6)
                for x, z in ((2.5, 12), (1.5, 24), (5, 50))
                for y in (-wide / 2 + 5, wide / 2 - 5)
            ),
            look="soft",
            soft=True,
        ),
        Lump(
            tuple(Ball((x, y, high - 3), 3) for x in (-deep / 2, deep / 2) for y in (-wide / 2 + 3, wide / 2 - 3)),
            look="soft",
            soft=True,
        ),
    ]


def _kneeling_chair(size: Vec) -> list[Solid]:
    _deep, wide, high = size
    return [
        rod((-26, wide / 2, 2), (30, wide / 2, 2), 1.8),
        rod((-26, -wide / 2, 2), (30, -wide / 2, 2), 1.8),
        rod((-24, 0, 2), (26, 0, 24), 1.8),
        rod((26, 0, 2), (-4, 0, high - 4), 1.8),
        Box((0, 0, high - 3), (34, wide, 6), pitch=18, look="soft"),
        Box((17, 0, 25), (32, wide, 6), pitch=-21, look="soft"),
    ]


def _desk(size: Vec) -> list[Solid]:
    deep, wide, high = size
    legs: list[Solid] = [
        rod((x, y, 1.5), (x, y, high - 2), 1.5) for y in (wide / 2 - 4, 4 - wide / 2) for x in (6, deep - 5)
    ]
    screen = Box((deep * 0.72, 0, high + 27), (2.4, 46, 28), look="screen")
    return [
        *legs,
        rod((deep * 0.74, 0, high), (deep * 0.74, 0, high + 14), 1.4),
        screen,
        Box((deep / 2, 0, high - 1.5), (deep, wide, 3)),
    ]


def _wall(size: Vec) -> list[Solid]:
    deep, wide, high = size
    return [Box((deep / 2, 0, high / 2), (deep, wide, high), look="wall")]


def _couch(size: Vec) -> list[Solid]:
    deep, wide, high = size
    return [
        Box((-deep / 2 - 7, 0, high / 2 + 18), (14, wide, high + 36)),
        Box((0, 0, high / 2 - 6), (deep, wide, high - 12)),
        Box((0, 0, high - 6), (deep, wide, 12), look="soft"),
    ]


def _bed(size: Vec) -> list[Solid]:
    deep, wide, high = size
    return [
        *_legs(deep / 2 - 6, wide / 2 - 6, 10, 2.4),
        Box((0, 0, high / 2 - 1), (deep, wide, high - 16)),
        Box((0, 0, high - 7), (deep, wide, 14), look="soft"),
        Box((-deep / 2 - 3, 0, high / 2 + 10), (6, wide, high + 20)),
    ]


def _ottoman(size: Vec) -> list[Solid]:
    deep, wide, high = size
    return [
        *_legs(deep / 2 - 4, wide / 2 - 4, 8, 2),
        Box((0, 0, high / 2), (deep, wide, high - 12)),
        Box((0, 0, high - 5), (deep, wide, 10), look="soft"),
    ]


def _car_seat(size: Vec) -> list[Solid]:
    _deep, wide, high = size
    y = wide / 2 - 5
    return [
        Box((2, 0, 7), (46, wide - 6, 10)),
        _slab(((-18, high - 11), (-34, high + 44)), 6, y),
        _slab(((-37, high + 58), (-39, high + 69)), 4.5, 8),
        _slab(((-20, high - 10), (24, high - 5)), 7, y),
    ]


def _slab(way: tuple[tuple[float, float], tuple[float, float]], radius: float, y: float) -> Lump:
    found = tuple(Ball((x, side, z), radius) for x, z in way for side in (-y, y))
    return Lump(found, look="soft", soft=True)


def _steering(_size: Vec) -> list[Solid]:
    tilt = (-0.9, 0, 0.436)
    return [
        rod((0, 0, 0), (22, 0, -12), 1.8),
        Ring((0, 0, 0), tilt, 18, 1.5, look="wheel"),
        rod((33, 9, -66), (44, 9, -50), 1.8),
        rod((36, -9, -64), (46, -9, -47), 1.8),
        rod((-44, 22, -75), (30, 22, -75), 1.2),
        rod((30, 22, -75), (54, 22, -46), 1.2),
        rod((54, 22, -46), (54, 22, -8), 1.2),
        rod((54, 22, -8), (26, 22, 6), 1.2),
        rod((44, 22, -2), (-2, 22, 50), 1.2),
        rod((-2, 22, 50), (-70, 22, 52), 1.2),
    ]


def _car(size: Vec) -> list[Solid]:
    """A car seen from its side: its length lies across (y), its near flank on the place."""
    deep, long, high = size
    sill, belt = 24, high * 0.6

    def shell(outline: tuple[tuple[float, float], ...], near: float, radius: float) -> tuple[Ball, ...]:
        return tuple(Ball((x, y * long, z), radius) for x in (-near, near - deep) for y, z in outline)

    wheels: list[Solid] = [
        Ring((0, side * long * 0.3, 30), (1, 0, 0), 29, 2, filled=True, look="tyre") for side in (-1, 1)
    ]
    hubs: list[Solid] = [
        Ring((2, side * long * 0.3, 30), (1, 0, 0), 13, 1, filled=True, look="prop-top") for side in (-1, 1)
    ]
    return [
        Lump(shell(((-0.32, belt), (-0.17, high - 6), (0.22, high - 6), (0.4, belt)), 10, 5), look="screen"),
        Lump(shell(((-0.46, sill), (-0.44, belt - 6), (0.46, belt - 4), (0.47, sill)), 4, 6)),
        rod((2, 0.02 * long, sill), (2, 0.02 * long, high - 8), 0.8),
        rod((2, -0.1 * long, belt - 14), (2, -0.04 * long, belt - 14), 1.4),
        *wheels,
        *hubs,
    ]


BUILDERS: dict[str, tuple[Callable[[Vec], list[Solid]], Vec]] = {
    "mat": (_mat, (180, 62, 1.4)),
    "chair": (_chair, (42, 42, 45)),
    "office-chair": (_office_chair, (44, 46, 47)),
    "kneeling-chair": (_kneeling_chair, (34, 40, 52)),
    "desk": (_desk, (70, 120, 73)),
    "wall": (_wall, (8, 110, 190)),
    "couch": (_couch, (62, 120, 42)),
    "bed": (_bed, (170, 90, 28)),
    "ottoman": (_ottoman, (52, 62, 42)),
    "car-seat": (_car_seat, (50, 48, 32)),
    "steering": (_steering, (0, 0, 0)),
    "car": (_car, (150, 380, 146)),
}
"""For each kind its builder, and its usual length, width and height in centimetres."""
