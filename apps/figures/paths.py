"""Circles and SVG path data. All in picture units, y downward, so that growing angles turn clockwise."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, sin
from typing import NamedTuple

Point = tuple[float, float]

_SHORT = 4
"""Picture units below which an arc is drawn as a line."""


class Circle(NamedTuple):
    """A ball as it is seen."""

    x: float
    y: float
    radius: float


def on_circle(circle: Circle, angle: float) -> Point:
    """Return the point of a circle that lies in a direction, in radians, clockwise from the right."""
    return (circle.x + circle.radius * cos(angle), circle.y + circle.radius * sin(angle))


class Path:
    """Writes path data in whole units, each step relative to the rounded end of the one before.

    It leaves out what path data can do without: repeated letters, and spaces before a minus.
    """

    def __init__(self) -> None:
        self._text = ""
        self._letter = ""
        self._at = (0, 0)

    def move(self, point: Point) -> None:
        self._at = (round(point[0]), round(point[1]))
        self._write("M", self._at)

    def line(self, point: Point) -> None:
        self._step("l", [point])

    def curve(self, first: Point, second: Point, end: Point) -> None:
        self._step("c", [first, second, end])

    def follow(self, second: Point, end: Point) -> None:
        """Go on from a curve with another whose first handle mirrors the last one, so that it need not be written."""
        self._step("s", [second, end])

    def arc(self, radius: float, end: Point, *, large: bool = False, clockwise: bool = True) -> None:
        x, y = round(end[0]) - self._at[0], round(end[1]) - self._at[1]
        if abs(x) + abs(y) < _SHORT:
            # too short to tell from a line, whose ends are round as well
            self.line(end)
            return
        size = round(radius)
        self._write("a", (size, size, 0, int(large), int(clockwise), x, y))
        self._at = (self._at[0] + x, self._at[1] + y)

    def close(self) -> None:
        self._write("z", ())

    def _step(self, letter: str, points: Sequence[Point]) -> None:
        whole = [(round(x), round(y)) for x, y in points]
        if letter == "l" and whole[0] == self._at:
            return
        self._write(letter, [value for x, y in whole for value in (x - self._at[0], y - self._at[1])])
        self._at = whole[-1]

    def _write(self, letter: str, numbers: Sequence[int]) -> None:
        repeated = letter == self._letter != "M"
        self._text += "" if repeated else letter
        for index, number in enumerate(numbers):
            follows = index > 0 or repeated
            self._text += f" {number}" if follows and number >= 0 else f"{number}"
        self._letter = letter

    def __str__(self) -> str:
        return self._text


def smooth(path: Path, points: Sequence[Point]) -> None:
    """Continue the path, which stands on the first point, through the others without corners."""
    padded = [points[0], *points, points[-1]]
    for before, start, end, after in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        first = (start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6)
        second = (end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6)
        if before == start:
            path.curve(first, second, end)
        else:
            # the handles on both sides of a point mirror each other, see `after - start` and `end - before`
            path.follow(second, end)
