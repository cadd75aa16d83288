"""The head: face without features, a hint of a nose and ear, hair with a bun, so that front and back are clear."""

from __future__ import annotations

from math import atan2, cos, hypot, pi, radians, sin

from apps.figures.camera import Sheet
from apps.figures.hulls import hull
from apps.figures.paths import Path, smooth
from apps.figures.skeleton import Frame
from apps.figures.vectors import Vec, add, apply, dot, scale

SKULL: tuple[Vec, float] = ((0, 0, 8), 9.2)
_FACE = ((SKULL[0], 9.2), ((2.4, 0, 2.6), 6.6), ((4.4, 0, 0.8), 4.4))
_NOSE = (((8.0, 0, 6.5), 1.6), ((9.7, 0, 4.2), 1.3))
_EAR: tuple[Vec, float] = ((-0.6, 8.6, 5.6), 1.9)
_BUN: tuple[Vec, float] = ((-9.4, 0, 13.4), 4.3)
_HAIR_RADIUS = 9.9
_HAIR_WAY: Vec = (-0.56, 0.0, 0.83)
_HAIR_REACH = 87.0


def draw_head(frame: Frame, sheet: Sheet) -> list[tuple[str, str]]:
    """Return the head as (class name, path data), in the order to draw."""
    camera = sheet.camera
    centre = frame.at(SKULL[0])

    def circles(found: tuple[tuple[Vec, float], ...]) -> str:
        return hull([sheet.circle(frame.at(place), radius) for place, radius in found])

    face = circles(_FACE)
    if abs(dot(camera.toward, apply(frame.rotation, (1, 0, 0)))) < 0.8:
        face += circles(_NOSE)
    bun = [("figure-hair", circles((_BUN,)))]
    bun_is_near = camera.depth(frame.at(_BUN[0])) > camera.depth(centre)
    shapes = [("figure-skin", face), ("figure-hair", _hair(frame, sheet))]
    for side in (1, -1):
        ear = frame.at((_EAR[0][0], side * _EAR[0][1], _EAR[0][2]))
        if camera.depth(ear) - camera.depth(centre) > 3:
            shapes.append(("figure-skin", hull([sheet.circle(ear, _EAR[1])])))
    shapes = [*shapes, *bun] if bun_is_near else [*bun, *shapes]
    return [(name, data) for name, data in shapes if data]


def _hair(frame: Frame, sheet: Sheet) -> str:
    """Return the part of the hair's cap on the skull that the camera sees; empty if it sees none."""
    camera, centre = sheet.camera, frame.at(SKULL[0])
    way = apply(frame.rotation, _HAIR_WAY)
    rim = _rim(frame)
    seen = [dot(camera.toward, direction) >= 0 for direction in rim]
    places = [sheet.point(add(centre, scale(direction, _HAIR_RADIUS))) for direction in rim]
    if not any(seen):
        return hull([sheet.circle(centre, _HAIR_RADIUS)]) if dot(way, camera.toward) > 0 else ""
    path = Path()
    if all(seen):
        path.move(places[0])
        smooth(path, [*places[2::2], places[0]])
        path.close()
        return str(path)
    start = next(i for i, now in enumerate(seen) if now and not seen[i - 1])
    order = [(start + i) % len(rim) for i in range(len(rim))]
    visible = [places[i] for i in order if seen[i]]
    middle = sheet.point(centre)
    radius = _HAIR_RADIUS * sheet.zoom
    visible = [_onto(visible[0], middle, radius), *visible[1:-1:2], _onto(visible[-1], middle, radius)]
    path.move(visible[0])
    smooth(path, visible)
    toward = camera.flat(way)
    first = atan2(visible[-1][1] - middle[1], visible[-1][0] - middle[0])
    last = atan2(visible[0][1] - middle[1], visible[0][0] - middle[0])
    cap = atan2(toward[1], toward[0])
    clockwise = (cap - first) % (2 * pi) < (last - first) % (2 * pi)
    sweep = (last - first) % (2 * pi) if clockwise else (first - last) % (2 * pi)
    path.arc(radius, visible[0], large=sweep > pi, clockwise=clockwise)
    path.close()
    return str(path)


def _rim(frame: Frame) -> list[Vec]:
    """Return directions along the hairline."""
    across: Vec = (0.0, 1.0, 0.0)
    along: Vec = (_HAIR_WAY[2], 0.0, -_HAIR_WAY[0])
    reach = radians(_HAIR_REACH)
    found = []
    for step in range(24):
        angle = 2 * pi * step / 24
        off = add(scale(across, cos(angle)), scale(along, sin(angle)))
        local = add(scale(_HAIR_WAY, cos(reach)), scale(off, sin(reach)))
        found.append(apply(frame.rotation, local))
    return found


def _onto(point: tuple[float, float], middle: tuple[float, float], radius: float) -> tuple[float, float]:
    dx, dy = point[0] - middle[0], point[1] - middle[1]
    way = hypot(dx, dy) or 1
    return (middle[0] + dx / way * radius, middle[1] + dy / way * radius)
