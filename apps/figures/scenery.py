"""Props, ground and arrows in the picture."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from math import hypot

from apps.figures.body import Ball
from apps.figures.camera import Sheet
from apps.figures.hulls import hull
from apps.figures.limbs import limb
from apps.figures.marks import Mark
from apps.figures.paths import Path, Point
from apps.figures.pose import Arrow
from apps.figures.skeleton import Skeleton
from apps.figures.solids import Box, Lump, Ring, Solid
from apps.figures.vectors import Vec, add, apply, dot, scale, unit

_FACES: tuple[tuple[Vec, str], ...] = (
    ((1, 0, 0), ""), ((-1, 0, 0), ""), ((0, 1, 0), ""), ((0, -1, 0), ""), ((0, 0, 1), "-top"), ((0, 0, -1), ""),
)  # fmt: skip

_KAPPA = 0.5523
"""How far a curve reaches out so that four of them look like a circle."""


def draw_solid(solid: Solid, sheet: Sheet) -> list[Mark]:
    """Return a solid as marks."""
    if isinstance(solid, Box):
        return _draw_box(solid, sheet)
    if isinstance(solid, Ring):
        return [_draw_ring(solid, sheet)]
    circles = [sheet.circle(*ball) for ball in solid.balls]
    data = limb(circles).fill if len(circles) == 2 else hull(circles)
    marks = [Mark(f"figure-{solid.look}", data)]
    if _is_cylinder(solid, sheet):
        near = max(solid.balls, key=lambda ball: sheet.camera.depth(ball.centre))
        marks.append(Mark(f"figure-{solid.look}", hull([sheet.circle(near.centre, near.radius)])))
    return marks


def _is_cylinder(solid: Lump, sheet: Sheet) -> bool:
    """Return whether a thick rod shows its end, as a roller does."""
    if len(solid.balls) != 2 or solid.balls[0].radius < 5 or solid.soft:
        return False
    way = unit(add(solid.balls[1].centre, scale(solid.balls[0].centre, -1)))
    return abs(dot(way, sheet.camera.toward)) > 0.5


def _draw_box(box: Box, sheet: Sheet) -> list[Mark]:
    marks = []
    for normal, shade in _FACES:
        if dot(apply(box.rotation, normal), sheet.camera.toward) <= 0.02:
            continue
        path = Path()
        corners = _face_corners(box, normal)
        path.move(sheet.point(corners[0]))
        for corner in corners[1:]:
            path.line(sheet.point(corner))
        path.close()
        marks.append(Mark(f"figure-{box.look}{shade}", str(path)))
    return marks


def _face_corners(box: Box, normal: Vec) -> list[Vec]:
    axis = next(i for i, value in enumerate(normal) if value)
    found = []
    for a, b in ((-1, -1), (-1, 1), (1, 1), (1, -1)):
        signs = [a, b]
        signs.insert(axis, int(normal[axis]))
        found.append(box.corner(signs[0], signs[1], signs[2]))
    return found


def _draw_ring(ring: Ring, sheet: Sheet) -> Mark:
    """Return a ring as an ellipse of two arcs; its look says whether it is filled."""
    camera = sheet.camera
    facing = abs(dot(ring.axis, camera.toward))
    flat = camera.flat(ring.axis)
    way = hypot(*flat)
    across: Point = (-flat[1] / way, flat[0] / way) if way > 0.01 else (1.0, 0.0)
    x, y = sheet.point(ring.centre)
    wide, narrow = ring.radius * sheet.zoom, max(ring.radius * facing, ring.thick) * sheet.zoom
    path = Path()

    def spot(along: float, beside: float) -> Point:
        return (
            x + across[0] * wide * along - across[1] * narrow * beside,
            y + across[1] * wide * along + across[0] * narrow * beside,
        )

    _ellipse(path, spot)
    return Mark(f"figure-{ring.look}", str(path))


def _ellipse(path: Path, spot: Callable[[float, float], Point]) -> None:
    """Add the ellipse through the four ends of `spot`'s two axes."""
    quarters = ((1, 0), (0, 1), (-1, 0), (0, -1), (1, 0))
    path.move(spot(1, 0))
    for (a, b), (c, d) in pairwise(quarters):
        path.curve(spot(a + c * _KAPPA, b + d * _KAPPA), spot(c + a * _KAPPA, d + b * _KAPPA), spot(c, d))
    path.close()


def draw_arrow(arrow: Arrow, bones: Skeleton, sheet: Sheet) -> list[Mark]:
    """Return an arrow with a halo that keeps it apart from what it crosses."""
    start3 = add(bones[arrow.joint].origin, arrow.offset)
    start, end = sheet.point(start3), sheet.point(add(start3, arrow.by))
    dx, dy = end[0] - start[0], end[1] - start[1]
    way = hypot(dx, dy) or 1
    bow = (-dy * arrow.curve, dx * arrow.curve)
    middle = ((start[0] + end[0]) / 2 + bow[0], (start[1] + end[1]) / 2 + bow[1])
    path = Path()
    path.move(start)
    path.curve(
        (start[0] + (middle[0] - start[0]) * 2 / 3, start[1] + (middle[1] - start[1]) * 2 / 3),
        (end[0] + (middle[0] - end[0]) * 2 / 3, end[1] + (middle[1] - end[1]) * 2 / 3),
        end,
    )
    hx, hy = end[0] - middle[0], end[1] - middle[1]
    size = hypot(hx, hy) or way
    hx, hy = hx / size * 17, hy / size * 17
    path.move((end[0] - hx - hy * 0.75, end[1] - hy + hx * 0.75))
    path.line(end)
    path.line((end[0] - hx + hy * 0.75, end[1] - hy - hx * 0.75))
    return [Mark("figure-halo", str(path)), Mark("figure-arrow", str(path))]


def _low(spots: list[Ball]) -> tuple[Vec, Vec]:
    """Return the middle and the reach of everything near the floor; of all where nothing is."""
    low = [ball for ball in spots if ball.centre[2] - ball.radius < 26] or spots
    back, front = min(b.centre[0] - b.radius for b in low), max(b.centre[0] + b.radius for b in low)
    right, left = min(b.centre[1] - b.radius for b in low), max(b.centre[1] + b.radius for b in low)
    return ((back + front) / 2, (right + left) / 2, 0), ((front - back) / 2, (left - right) / 2, 0)


def ground_box(kind: str, spots: list[Ball]) -> Box | None:
    """Return the mat under a figure, large enough for what is near the floor."""
    if kind != "mat":
        return None
    middle, reach = _low(spots)
    size = (max(2 * reach[0] + 8, 84), max(2 * reach[1] + 6, 56), 1.6)
    return Box((middle[0], middle[1], -0.8), size, look="mat")


def draw_ground(kind: str, spots: list[Ball], sheet: Sheet) -> list[Mark]:
    """Return the mat, or the soft patch of floor, under everything that is near it."""
    if kind == "none":
        return []
    mat = ground_box(kind, spots)
    if mat:
        return _draw_box(mat, sheet)
    middle, reach = _low(spots)
    path = Path()

    def spot(along: float, beside: float) -> Point:
        return sheet.point((middle[0] + along * (reach[0] + 6), middle[1] + beside * (reach[1] + 6), 0))

    _ellipse(path, spot)
    return [Mark("figure-ground", str(path))]
