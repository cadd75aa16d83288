"""How the room is seen: from far away, from a side, a little from above."""

from __future__ import annotations

from math import cos, radians, sin
from typing import NamedTuple

from apps.figures.paths import Circle, Point
from apps.figures.pose import Pose
from apps.figures.vectors import Vec, dot

_VIEWS = {"side": 0.0, "front": 90.0, "back": -90.0}


class Camera(NamedTuple):
    """The picture's three directions in the room."""

    right: Vec
    up: Vec
    toward: Vec

    def flat(self, point: Vec) -> Point:
        """Return where a point is seen, in centimetres, y downward."""
        return (dot(self.right, point), -dot(self.up, point))

    def depth(self, point: Vec) -> float:
        """Return how near the viewer a point is, in centimetres; more is nearer."""
        return dot(self.toward, point)


class Sheet(NamedTuple):
    """Places what the camera sees in the picture."""

    camera: Camera
    zoom: float
    shift: Point

    def point(self, point: Vec) -> Point:
        x, y = self.camera.flat(point)
        return (x * self.zoom + self.shift[0], y * self.zoom + self.shift[1])

    def circle(self, centre: Vec, radius: float) -> Circle:
        return Circle(*self.point(centre), radius * self.zoom)


def camera_for(pose: Pose) -> Camera:
    """Return the camera of a pose; facing left shows exactly the mirror picture of the mirrored pose."""
    around = _VIEWS[pose.view] + (pose.view_turn if pose.view != "front" else -pose.view_turn)
    if pose.facing == "left":
        around = 180 - around
    c, s = cos(radians(around)), sin(radians(around))
    up, level = sin(radians(pose.view_height)), cos(radians(pose.view_height))
    return Camera(right=(c, s, 0.0), up=(-s * up, c * up, level), toward=(s * level, -c * level, up))
