"""Draws a figure as a small SVG of classes and geometry; colours and movement are left to the style sheet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from zlib import crc32

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from apps.figures.alt_text import alt_text_for
from apps.figures.body import FOOT, HAND, Ball, balls, place_body, shoulder_balls, trunk_layers
from apps.figures.camera import Camera, Sheet, camera_for
from apps.figures.drawing import draw_pose
from apps.figures.figure import Figure
from apps.figures.marks import Mark
from apps.figures.mirror import for_side
from apps.figures.pose import Pose, Prop, Side
from apps.figures.props import build_prop
from apps.figures.scenery import draw_arrow, draw_ground, draw_solid, ground_box
from apps.figures.skeleton import SIDES, Skeleton
from apps.figures.vectors import add

WIDTH, HEIGHT = 640, 480
_MARGIN = 22
_LARGEST_ZOOM = 3.3
"""Picture units for a centimetre; keeps a curled-up body from looking like a giant."""


def render_figure(
    figure: Figure,
    *,
    side: Side | None = None,
    title_id: str = "",
    alt: str = "",
    size: int | None = None,
) -> SafeString:
    """Return the figure as an `<svg role="img">` named by its text alternative.

    `side` is the side to be worked: the figure is mirrored if it was drawn for the other. `title_id` must be
    unique on the page; without it, it is made from the drawing. `alt` replaces the text alternative; `size` is a
    width in pixels for places without the style sheet.
    """
    shown = for_side(figure, side)
    picture = _picture(shown)
    title_id = title_id or f"figure-{crc32(picture.encode()):08x}"
    dimensions = format_html(' width="{}" height="{}"', size, size * HEIGHT // WIDTH) if size else ""
    return format_html(
        '<svg class="figure" viewBox="0 0 {} {}"{} role="img" aria-labelledby="{}"><title id="{}">{}</title>{}</svg>',
        WIDTH,
        HEIGHT,
        dimensions,
        title_id,
        title_id,
        alt or alt_text_for(shown),
        picture,
    )


def _picture(figure: Figure) -> SafeString:
    poses = figure.shown_poses
    bodies = [place_body(pose) for pose in poses]
    spots = _spots(figure, poses, bodies)
    mat = ground_box(figure.ground, spots)
    sheet = _fit([*spots, *mat.points()] if mat else spots, poses)
    hold = poses.index(figure.hold_pose)
    still = poses[hold]
    frames = [
        _frame(figure, pose, bones, sheet._replace(camera=camera_for(pose)))
        for pose, bones in zip(poses, bodies, strict=True)
    ]
    moving = len(poses) > 1
    parts = [
        _group(draw_ground(figure.ground, spots, sheet)),
        _scenery(figure.props, "back", sheet),
    ]
    for number, frame in enumerate(frames, start=1):
        name = f"figure-frame figure-frame-{number}" + (" figure-frame-hold" if number - 1 == hold else "")
        parts.append(mark_safe(f'<g class="{name}">{frame}</g>') if moving else frame)  # noqa: S308
    parts.append(_scenery(figure.props, "front", sheet._replace(camera=camera_for(still))))
    body = "".join(parts)
    if moving:
        returning = " figure-frames-returning" if hold == 0 else ""
        body = f'<g class="figure-frames figure-frames-{len(poses)}{returning}">{body}</g>'
    return mark_safe(body)  # noqa: S308 - built from numbers and fixed class names only


def _frame(figure: Figure, pose: Pose, bones: Skeleton, sheet: Sheet) -> SafeString:
    sides: tuple[Side, ...] = (figure.working,) if figure.working else SIDES
    marks = draw_pose(pose, bones, sheet, dict.fromkeys(figure.muscles, sides), figure.working)
    arrows = [mark for arrow in pose.arrows for mark in draw_arrow(arrow, bones, sheet)]
    return mark_safe(  # noqa: S308
        _scenery(pose.props, "back", sheet) + _group(marks) + _scenery(pose.props, "front", sheet) + _group(arrows)
    )


def _scenery(props: Iterable[Prop], layer: str, sheet: Sheet) -> SafeString:
    marks: list[Mark] = []
    for prop in props:
        if prop.layer == layer:
            for solid in build_prop(prop):
                marks.extend(draw_solid(solid, sheet))
    return _group(marks)


def _group(marks: Iterable[Mark]) -> SafeString:
    return mark_safe("".join(f'<path class="{mark.look}" d="{mark.data}"/>' for mark in marks))  # noqa: S308


def _spots(figure: Figure, poses: Sequence[Pose], bodies: Sequence[Skeleton]) -> list[Ball]:
    """Return balls that together reach as far as everything in the picture."""
    found: list[Ball] = []
    for pose, bones in zip(poses, bodies, strict=True):
        found.extend(ball for pair in trunk_layers(bones) for ball in pair)
        found.extend(shoulder_balls(bones))
        found.append(Ball(bones["head"].at((-1, 0, 8)), 11.5))
        for side in SIDES:
            found.append(Ball(bones[f"{side}-shank"].origin, 5))
            found.append(Ball(bones[f"{side}-forearm"].origin, 4))
            found.extend(balls(bones, FOOT, side))
            found.extend(balls(bones, HAND, side))
        for arrow in pose.arrows:
            start = add(bones[arrow.joint].origin, arrow.offset)
            found += [Ball(start, 4), Ball(add(start, arrow.by), 4)]
    for props in (figure.props, *(pose.props for pose in poses)):
        for prop in props:
            # a car only stands for the place and may run out of the picture
            if prop.kind != "car":
                found.extend(ball for solid in build_prop(prop) for ball in solid.points())
    return found


def _fit(spots: Sequence[Ball], poses: Sequence[Pose]) -> Sheet:
    """Return the sheet that shows everything as large as the picture allows."""
    left, top, right, bottom = _bounds(spots, [camera_for(pose) for pose in poses])
    zoom = min((WIDTH - 2 * _MARGIN) / (right - left), (HEIGHT - 2 * _MARGIN) / (bottom - top), _LARGEST_ZOOM)
    spare = HEIGHT - 2 * _MARGIN - (bottom - top) * zoom
    shift = (
        WIDTH / 2 - (left + right) / 2 * zoom,
        HEIGHT - _MARGIN - bottom * zoom - spare * 0.42,
    )
    return Sheet(camera_for(poses[-1]), zoom, shift)


def _bounds(spots: Sequence[Ball], cameras: Sequence[Camera]) -> tuple[float, float, float, float]:
    flats = [(*camera.flat(ball.centre), ball.radius) for camera in cameras for ball in spots]
    return (
        min(x - r for x, _y, r in flats),
        min(y - r for _x, y, r in flats),
        max(x + r for x, _y, r in flats),
        max(y + r for _x, y, r in flats),
    )
