"""Draws one body part, open towards the neighbours that are drawn already, so that no seam shows."""

from __future__ import annotations

from math import hypot
from typing import NamedTuple

from apps.figures.body import FOOT, FOREARM, HAND, HEEL, LIMBS, SHANK, SLEEVE, THIGH, THUMB, UPPER_ARM, Shape, balls
from apps.figures.camera import Sheet
from apps.figures.head import draw_head
from apps.figures.hulls import hull
from apps.figures.limbs import Ends, Outline, is_long, limb
from apps.figures.marks import Mark
from apps.figures.overlap import is_far
from apps.figures.paths import Circle
from apps.figures.pose import Side
from apps.figures.skeleton import Skeleton
from apps.figures.trunk import draw_neck, draw_pelvis, draw_top


class Painter(NamedTuple):
    """A body with the order of its parts, ready to be drawn part by part."""

    bones: Skeleton
    sheet: Sheet
    order: list[str]
    working: Side | None

    def draw(self, part: str) -> list[Mark]:
        """Return a part as marks, in the order to draw."""
        if part in {"pelvis", "trunk", "head"}:
            return self._middle(part)
        side, _, name = part.partition("-")
        limbs = {"thigh": self._thigh, "shank": self._shank, "upper-arm": self._upper_arm, "forearm": self._forearm}
        return limbs[name](side)

    def _middle(self, part: str) -> list[Mark]:
        head_is_behind = self.order.index("head") < self.order.index("trunk")
        if part == "pelvis":
            return [Mark(*draw_pelvis(self.bones, self.sheet))]
        if part == "trunk":
            return [Mark(*shape) for shape in draw_top(self.bones, self.sheet, with_neck=not head_is_behind)]
        neck = [Mark(*draw_neck(self.bones, self.sheet))] if head_is_behind else []
        return [*neck, *(Mark(*shape) for shape in draw_head(self.bones["head"], self.sheet))]

    def _thigh(self, side: str) -> list[Mark]:
        far = self._leg_is_far(side)
        part = f"{side}-thigh"
        open_start = not far and self._follows(part, "pelvis")
        ends = Ends(open_start, self._follows(part, f"{side}-shank"), after=self._circles(SHANK, side)[1])
        found = limb(self._circles(THIGH, side), ends)
        return _marks("figure-far" if far else "figure-near", found)

    def _shank(self, side: str) -> list[Mark]:
        far = self._leg_is_far(side)
        ends = Ends(self._follows(f"{side}-shank", f"{side}-thigh"), before=self._circles(THIGH, side)[-2])
        found = limb(self._circles(SHANK, side), ends)
        foot = Mark("figure-skin-far" if far else "figure-skin", self._bands(side, HEEL, FOOT))
        return [foot, *_marks("figure-far" if far else "figure-near", found)]

    def _upper_arm(self, side: str) -> list[Mark]:
        part = f"{side}-upper-arm"
        ends = Ends(open_end=self._follows(part, f"{side}-forearm"), after=self._circles(FOREARM, side)[1])
        arm = limb(self._circles(UPPER_ARM, side), ends)
        sleeve = limb(self._circles(SLEEVE, side), Ends(open_start=self._follows(part, "trunk")))
        return [*_marks(self._skin(side), arm), *_marks("figure-cloth", sleeve)]

    def _forearm(self, side: str) -> list[Mark]:
        ends = Ends(self._follows(f"{side}-forearm", f"{side}-upper-arm"), before=self._circles(UPPER_ARM, side)[-2])
        arm = limb(self._circles(FOREARM, side), ends)
        hand = self._bands(side, HAND, THUMB)
        return _marks(self._skin(side), Outline(arm.fill + hand, arm.edge and arm.edge + hand))

    def _skin(self, side: str) -> str:
        return "figure-skin-far" if is_far(self.bones, self.sheet, side, leg=False) else "figure-skin"

    def _leg_is_far(self, side: str) -> bool:
        """Return whether a leg gets the light colour: the one at rest, or else the one behind."""
        return side != self.working if self.working else is_far(self.bones, self.sheet, side, leg=True)

    def _circles(self, shape: Shape, side: str) -> list[Circle]:
        return [self.sheet.circle(*ball) for ball in balls(self.bones, shape, side)]

    def _bands(self, side: str, *shapes: Shape) -> str:
        return "".join(hull(self._circles(shape, side)) for shape in shapes)

    def _follows(self, part: str, other: str) -> bool:
        """Return whether a part can run on from a neighbour: one that is drawn before it and shows its ends."""
        if self.order.index(part) < self.order.index(other):
            return False
        side, _, name = other.partition("-")
        if name == "upper-arm":
            # what the sleeve leaves of it has to be long enough to show where it goes
            hem, elbow = self._circles(SLEEVE, side)[-1], self._circles(UPPER_ARM, side)[-1]
            return hypot(hem.x - elbow.x, hem.y - elbow.y) > hem.radius + elbow.radius
        return name not in LIMBS or is_long(self._circles(LIMBS[name], side))


def _marks(look: str, outline: Outline) -> list[Mark]:
    if not outline.edge:
        return [Mark(look, outline.fill)]
    return [Mark("figure-edge", outline.edge), Mark(f"{look} figure-bare", outline.fill)]
