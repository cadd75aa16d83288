"""Tapered limbs in the picture: outlines around rows of circles, open where they go on in a neighbour."""

from __future__ import annotations

from collections.abc import Sequence
from math import acos, atan2, cos, hypot, pi, sin
from typing import NamedTuple

from apps.figures.hulls import hull
from apps.figures.paths import Circle, Path, Point, on_circle, smooth

_SLIGHT = 0.3
"""Radians up to which a bend needs no outline of its own."""


class Outline(NamedTuple):
    """Path data of a shape; `edge` is set when the outline is not the border of what is filled."""

    fill: str
    edge: str = ""


class Ends(NamedTuple):
    """How a limb goes on at both ends: open or not, and the neighbour's circle that follows there, if it shows."""

    open_start: bool = False
    open_end: bool = False
    before: Circle | None = None
    after: Circle | None = None


CLOSED = Ends()


def limb(circles: Sequence[Circle], ends: Ends = CLOSED) -> Outline:
    """Return a tapered limb around a row of circles.

    An open end carries no outline, so that the limb runs on into its neighbour without a seam; only the outside
    of the bend between them is drawn. A limb that points at the viewer is drawn as a rounded lump.
    """
    kept = _spread(circles)
    if len(kept) < 2:
        return Outline(hull(circles))
    left, right = _edges(kept)
    back = right[::-1]
    path = Path()
    path.move(left[0])
    smooth(path, left)
    _cap(path, kept[-1], left[-1], back[0])
    smooth(path, back)
    _cap(path, kept[0], back[-1], left[0])
    path.close()
    if not (ends.open_start or ends.open_end):
        return Outline(str(path))
    return Outline(str(path), _edge(kept, left, back, ends))


def _edge(kept: Sequence[Circle], left: Sequence[Point], back: Sequence[Point], ends: Ends) -> str:
    """Return the outline of a limb without its open ends."""
    start = _bend(ends.before, kept[0], kept[1]) if ends.before else 0.0
    end = _bend(kept[-2], kept[-1], ends.after) if ends.after else 0.0
    edge = Path()
    if ends.open_end:
        _lead(edge, kept[-1], back[0], -end)
        smooth(edge, back)
        if not ends.open_start:
            _cap(edge, kept[0], back[-1], left[0])
        else:
            _trail(edge, kept[0], back[-1], -start)
            _lead(edge, kept[0], left[0], start)
        smooth(edge, left)
        _trail(edge, kept[-1], left[-1], end)
    else:
        _lead(edge, kept[0], left[0], start)
        smooth(edge, left)
        _cap(edge, kept[-1], left[-1], back[0])
        smooth(edge, back)
        _trail(edge, kept[0], back[-1], -start)
    return str(edge)


def _bend(before: Circle, joint: Circle, after: Circle) -> float:
    """Return by how much the way turns at a joint, clockwise, in radians; small turns count as none."""
    arriving = atan2(joint.y - before.y, joint.x - before.x)
    leaving = atan2(after.y - joint.y, after.x - joint.x)
    turn = (leaving - arriving + pi) % (2 * pi) - pi
    return turn if abs(turn) > _SLIGHT else 0.0


def _lead(path: Path, circle: Circle, point: Point, turn: float) -> None:
    """Begin at a point of the circle, or before it by a clockwise turn."""
    if turn <= 0:
        path.move(point)
        return
    path.move(on_circle(circle, atan2(point[1] - circle.y, point[0] - circle.x) - turn))
    path.arc(circle.radius, point)


def _trail(path: Path, circle: Circle, point: Point, turn: float) -> None:
    """Go on from a point of the circle by a clockwise turn."""
    if turn > 0:
        path.arc(circle.radius, on_circle(circle, atan2(point[1] - circle.y, point[0] - circle.x) + turn))


def _cap(path: Path, circle: Circle, start: Point, end: Point) -> None:
    """Go clockwise around the circle in two steps: one arc near a half circle shifts when it is rounded."""
    first = atan2(start[1] - circle.y, start[0] - circle.x)
    sweep = (atan2(end[1] - circle.y, end[0] - circle.x) - first) % (2 * pi)
    path.arc(circle.radius, on_circle(circle, first + sweep / 2))
    path.arc(circle.radius, end)


def _spread(circles: Sequence[Circle]) -> list[Circle]:
    """Return the circles without those that hide in a neighbour."""
    kept = [circles[0]]
    for circle in circles[1:]:
        gap = hypot(circle.x - kept[-1].x, circle.y - kept[-1].y)
        if gap > abs(circle.radius - kept[-1].radius) + 0.25 * min(circle.radius, kept[-1].radius):
            kept.append(circle)
        elif circle.radius > kept[-1].radius:
            kept[-1] = circle
    return kept


def is_long(circles: Sequence[Circle]) -> bool:
    """Return whether a limb shows both of its ends, instead of pointing at the viewer."""
    kept = _spread(circles)
    return len(kept) > 1 and kept[0] == circles[0] and kept[-1] == circles[-1]


def _edges(circles: Sequence[Circle]) -> tuple[list[Point], list[Point]]:
    """Return the points where the outline touches the circles, left and right of the way along them."""
    left: list[Point] = []
    right: list[Point] = []
    last = len(circles) - 1
    for index, circle in enumerate(circles):
        before, after = circles[max(index - 1, 0)], circles[min(index + 1, last)]
        dx, dy = after.x - before.x, after.y - before.y
        way = hypot(dx, dy)
        lean = max(-0.9, min(0.9, (before.radius - after.radius) / way))
        along = atan2(dy, dx)
        turn = acos(lean)
        for points, angle in ((left, along - turn), (right, along + turn)):
            points.append((circle.x + circle.radius * cos(angle), circle.y + circle.radius * sin(angle)))
    return left, right
