"""One pose as marks: body parts in the order of their depth, with muscles lit."""

from __future__ import annotations

from apps.figures.camera import Sheet
from apps.figures.limbs import limb
from apps.figures.marks import Mark
from apps.figures.muscles import MUSCLES, Strand, muscle_parts, muscle_strands
from apps.figures.overlap import part_order
from apps.figures.parts import Painter
from apps.figures.pose import Pose, Side
from apps.figures.skeleton import Skeleton
from apps.figures.vectors import dot

Lit = dict[str, tuple[Side, ...]]


def draw_pose(pose: Pose, bones: Skeleton, sheet: Sheet, lit: Lit, working: Side | None) -> list[Mark]:
    """Return the body of a pose as marks, the furthest first.

    `lit` names muscles and their sides. The working leg is drawn in the strong colour even if it is the far one.
    """
    order = part_order(pose, bones, sheet, working)
    glow = _glow(order, _seen(bones, sheet, lit))
    painter = Painter(bones, sheet, order, working)
    marks: list[Mark] = []
    for part in order:
        marks.extend(painter.draw(part))
        marks.extend(_light(bones, sheet, glow.get(part, [])))
    return marks


def _seen(bones: Skeleton, sheet: Sheet, lit: Lit) -> Lit:
    """Return only what lies on the side of the body that is seen; everything if nothing does."""

    def faces(code: str, side: Side) -> bool:
        return any(_faces_us(strand, sheet) for strand in muscle_strands(bones, code, side))

    seen = {code: tuple(side for side in sides if faces(code, side)) for code, sides in lit.items()}
    return seen if any(seen.values()) else lit


def _glow(order: list[str], lit: Lit) -> dict[str, list[tuple[str, Side]]]:
    """Return which muscles to draw after which part: after the last of the parts they lie on."""
    found: dict[str, list[tuple[str, Side]]] = {}
    for code, sides in lit.items():
        for side in sides:
            parts = muscle_parts(code, side) if MUSCLES[code].rows else set()
            if parts:
                found.setdefault(max(parts, key=order.index), []).append((code, side))
    return found


def _light(bones: Skeleton, sheet: Sheet, muscles: list[tuple[str, Side]]) -> list[Mark]:
    """Draw muscles that lie together as one patch; those on the hidden side of the body shine through."""
    patches: dict[str, list[str]] = {}
    for code, side in muscles:
        strands = muscle_strands(bones, code, side)
        shown = [strand for strand in strands if _faces_us(strand, sheet)]
        found = patches.setdefault("figure-lit" if shown else "figure-lit figure-through", [])
        for strand in shown or strands:
            data = limb([sheet.circle(*ball) for ball in strand.balls]).fill
            found += [] if data in found else [data]
    return [Mark(look, "".join(data)) for look, data in patches.items()]


def _faces_us(strand: Strand, sheet: Sheet) -> bool:
    return dot(strand.outward, sheet.camera.toward) > -0.3
