"""What props are made of: boxes, rods, soft lumps and rings, with the distance to a ball for contact checks."""

from __future__ import annotations

from typing import NamedTuple

from apps.figures.body import Ball
from apps.figures.vectors import Matrix, Vec, about_y, about_z, add, apply, chain, dot, length, scale, sub, transpose


class Box(NamedTuple):
    """A box around its centre; `pitch` tips its front down, `yaw` turns it to the left."""

    centre: Vec
    size: Vec
    yaw: float = 0
    pitch: float = 0
    look: str = "prop"

    @property
    def rotation(self) -> Matrix:
        return chain(about_z(self.yaw), about_y(self.pitch))

    def corner(self, x: int, y: int, z: int) -> Vec:
        """Return one corner; each argument is -1 or 1."""
        half = (x * self.size[0] / 2, y * self.size[1] / 2, z * self.size[2] / 2)
        return add(self.centre, apply(self.rotation, half))

    def distance(self, ball: Ball) -> float:
        local = apply(transpose(self.rotation), sub(ball.centre, self.centre))
        over = [abs(value) - size / 2 for value, size in zip(local, self.size, strict=True)]
        outside = length((max(over[0], 0), max(over[1], 0), max(over[2], 0)))
        return (outside if outside else max(over)) - ball.radius

    def points(self) -> list[Ball]:
        ends = (-1, 1)
        return [Ball(self.corner(x, y, z), 0.5) for x in ends for y in ends for z in ends]


class Lump(NamedTuple):
    """A rubber band around balls: a rod, a cushion, a roller."""

    balls: tuple[Ball, ...]
    look: str = "prop"
    soft: bool = False

    def distance(self, ball: Ball) -> float:
        """Measure against the row of two balls, or the sheet that the first three span at right angles."""
        first = self.balls[0]
        nearest = first.centre
        for corner in self.balls[1:3]:
            way = sub(corner.centre, first.centre)
            size = dot(way, way)
            share = max(0.0, min(1.0, dot(sub(ball.centre, first.centre), way) / size)) if size else 0.0
            nearest = add(nearest, scale(way, share))
        return length(sub(ball.centre, nearest)) - first.radius - ball.radius

    def points(self) -> list[Ball]:
        return list(self.balls)


class Ring(NamedTuple):
    """A circle seen as a line: a wheel or a plate, standing on the given axis."""

    centre: Vec
    axis: Vec
    radius: float
    thick: float = 1.2
    filled: bool = False
    look: str = "prop"

    def distance(self, ball: Ball) -> float:
        off = sub(ball.centre, self.centre)
        along = dot(off, self.axis)
        across = length(sub(off, scale(self.axis, along)))
        gap = max(across - self.radius, 0) if self.filled else across - self.radius
        return length((along, gap, 0)) - self.thick - ball.radius

    def points(self) -> list[Ball]:
        return [Ball(self.centre, self.radius)]


Solid = Box | Lump | Ring


def rod(start: Vec, end: Vec, radius: float = 1.5, look: str = "prop") -> Lump:
    return Lump((Ball(start, radius), Ball(end, radius)), look)


def moved(solid: Solid, turn: float, place: Vec) -> Solid:
    """Return the solid turned to the left about the prop's own middle and set on its place."""
    rotation = about_z(turn)

    def put(point: Vec) -> Vec:
        return add(apply(rotation, point), place)

    if isinstance(solid, Box):
        return solid._replace(centre=put(solid.centre), yaw=solid.yaw + turn)
    if isinstance(solid, Lump):
        return solid._replace(balls=tuple(Ball(put(ball.centre), ball.radius) for ball in solid.balls))
    return solid._replace(centre=put(solid.centre), axis=apply(rotation, solid.axis))
