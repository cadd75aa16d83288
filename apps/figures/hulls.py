"""Rubber bands around circles."""

from __future__ import annotations

from collections.abc import Sequence
from math import acos, atan2, cos, hypot, pi, sin

from apps.figures.paths import Circle, Path, on_circle


def hull(circles: Sequence[Circle]) -> str:
    """Return the rubber band around circles, as arcs and straight lines."""
    around = _around(circles)
    path = Path()
    if len(around) == 1:
        circle = around[0]
        path.move((circle.x - circle.radius, circle.y))
        path.arc(circle.radius, (circle.x + circle.radius, circle.y))
        path.arc(circle.radius, (circle.x - circle.radius, circle.y))
        path.close()
        return str(path)
    tangents = [_tangent(a, b) for a, b in zip(around, [*around[1:], around[0]], strict=True)]
    path.move(on_circle(around[0], tangents[0]))
    for index, angle in enumerate(tangents):
        circle = around[(index + 1) % len(around)]
        path.line(on_circle(circle, angle))
        leave = tangents[(index + 1) % len(tangents)]
        path.arc(circle.radius, on_circle(circle, leave), large=(leave - angle) % (2 * pi) > pi)
    path.close()
    return str(path)


def _around(circles: Sequence[Circle]) -> list[Circle]:
    """Return the circles that the band touches, in clockwise order."""
    steps = 64
    found: list[Circle] = []
    for step in range(steps):
        angle = 2 * pi * step / steps
        far = max(circles, key=lambda c: c.x * cos(angle) + c.y * sin(angle) + c.radius)
        if not found or found[-1] != far:
            found.append(far)
    if len(found) > 1 and found[0] == found[-1]:
        found.pop()
    return found


def _tangent(a: Circle, b: Circle) -> float:
    """Return the direction in which the line that touches both circles lies off their centres."""
    dx, dy = b.x - a.x, b.y - a.y
    return atan2(dy, dx) - acos(max(-1.0, min(1.0, (a.radius - b.radius) / hypot(dx, dy))))
