"""The things in the room, as solids in their places."""

from __future__ import annotations

from apps.figures import equipment, furniture
from apps.figures.pose import Prop
from apps.figures.solids import Solid, moved, rod

_BUILDERS = {**furniture.BUILDERS, **equipment.BUILDERS}
_BAND = 2.6
"""Centimetres from edge to edge of a band."""


def build_prop(prop: Prop) -> list[Solid]:
    """Return the solids of a prop in the room, the ones to draw first at the front of the list."""
    if prop.kind in {"band", "loop-band"}:
        wide = prop.size[1] if prop.size else _BAND
        return [rod(prop.at, prop.to or prop.at, wide / 2, "accent")]
    builder, usual = _BUILDERS[prop.kind]
    found = [moved(solid, prop.turn, prop.at) for solid in builder(prop.size or usual)]
    if prop.kind == "cable" and prop.to:
        found.append(rod((prop.at[0], prop.at[1], prop.at[2] + 9), prop.to, 0.9, "accent"))
    return found
