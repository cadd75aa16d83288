"""The muscle map: the body from the front and from behind, every muscle of the controlled list on it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from apps.core.templatetags.layout import lang
from apps.figures.body import place_body
from apps.figures.camera import Sheet, camera_for
from apps.figures.drawing import draw_pose
from apps.figures.figure import Figure
from apps.figures.limbs import limb
from apps.figures.muscles import MUSCLES, muscle_strands
from apps.figures.pose import Anchor, Arm, Leg, Pose
from apps.figures.skeleton import SIDES

View = Literal["front", "back"]
_COVERED = ("core", "abdominals", "quadriceps", "glutes", "adductors", "hip-abductors", "tfl", "gluteus-medius")
"""Large muscles, to be drawn before the ones that would vanish under them."""
WIDTH, HEIGHT = 300, 480


class MuscleLink(NamedTuple):
    """Where a muscle on the map leads, and what it is called there, in which language."""

    title: str
    address: str
    language: str


def map_pose(view: View) -> Pose:
    """Return the body standing with its arms a little away."""
    arm = Arm.model_validate({"out": 22, "elbow": 8, "twist": 40})
    return Pose(
        label=view, posture="standing", view=view, view_height=4, anchor=Anchor(point="left-foot", at=(0, 9, 0)),
        left_arm=arm, right_arm=arm, left_leg=Leg(out=3, turn=8), right_leg=Leg(out=3, turn=8),
    )  # fmt: skip


def view_for(code: str) -> View:
    """Return the side of the body from which a muscle is seen best."""
    return "back" if MUSCLES[code].seen_from == "back" else "front"


def muscle_figure(code: str) -> Figure:
    """Return a figure of the standing body with one muscle lit on both sides.

    Raises `KeyError` for a code that is not on the controlled list.
    """
    lit = (code,) if MUSCLES[code].rows else tuple(other for other in MUSCLES if view_for(other) == view_for(code))
    return Figure(poses=(map_pose(view_for(code)),), muscles=lit)


def render_muscle_map(view: View, *, lit: tuple[str, ...] = (), title_id: str = "", alt: str = "") -> SafeString:
    """Return one side of the map as an SVG; every muscle is a path of class `figure-muscle-<code>`.

    `lit` names muscles to show in the strong colour. The names themselves belong in a list of links beside it.
    """
    codes = sorted(codes_seen_from(view), key=lambda code: code in lit)
    title = title_id or f"figure-map-{view}"
    alt = alt or (_("Muscles at the back of the body") if view == "back" else _("Muscles at the front of the body"))
    return format_html(
        '<svg class="figure figure-map" viewBox="0 0 {} {}" role="img" aria-labelledby="{}"><title id="{}">{}</title>'
        "{}{}</svg>",
        WIDTH,
        HEIGHT,
        title,
        title,
        alt,
        _body(view),
        format_html_join("", "{}", ((_muscle(code, view, lit=code in lit),) for code in codes)),
    )


def render_linked_muscle_map(view: View, links: Mapping[str, MuscleLink]) -> SafeString:
    """Return one side of the map with each muscle leading to its page, for a pointer.

    `links` are by code. A keyboard and a screen reader pass over the drawing: the list of links beside it, which has to
    be there, does the same in the order of reading and in full size.
    """
    drawn = [(code, _muscle(code, view, lit=False)) for code in codes_seen_from(view)]
    linked = [
        format_html(
            '<a href="{}" tabindex="-1"><title{}>{}</title>{}</a>',
            link.address,
            lang(link.language),
            link.title,
            muscle,
        )
        if (link := links.get(code))
        else muscle
        for code, muscle in drawn
    ]
    return format_html(
        '<svg class="figure figure-map" viewBox="0 0 {} {}" aria-hidden="true">{}{}</svg>',
        WIDTH,
        HEIGHT,
        _body(view),
        format_html_join("", "{}", ((muscle,) for muscle in linked)),
    )


def codes_seen_from(view: View) -> list[str]:
    """Return the muscles drawn on one side of the map, the large ones first so that none is covered."""
    found = [code for code, muscle in MUSCLES.items() if muscle.rows and view_for(code) == view]
    return sorted(found, key=lambda code: _COVERED.index(code) if code in _COVERED else len(_COVERED))


def _sheet(view: View) -> Sheet:
    return Sheet(camera_for(map_pose(view)), 2.55, (WIDTH / 2, HEIGHT - 18))


def _body(view: View) -> SafeString:
    pose = map_pose(view)
    marks = draw_pose(pose, place_body(pose), _sheet(view), {}, None)
    return format_html_join("", '<path class="{}" d="{}"/>', ((mark.look, mark.data) for mark in marks))


def _muscle(code: str, view: View, *, lit: bool) -> SafeString:
    bones, sheet = place_body(map_pose(view)), _sheet(view)
    data = "".join(
        limb([sheet.circle(*ball) for ball in strand.balls]).fill
        for side in SIDES
        for strand in muscle_strands(bones, code, side)
    )
    look = "figure-lit" if lit else "figure-quiet"
    return format_html('<path class="figure-muscle figure-muscle-{} {}" d="{}"/>', code, look, data)
