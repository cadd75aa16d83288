"""Poses for the tests of figures."""

from __future__ import annotations

from typing import Any

from apps.figures.figure import Figure
from apps.figures.pose import Anchor, Contact, Pose


def standing(**values: Any) -> Pose:
    """A body that stands straight on both feet; `values` replace fields."""
    plain = {
        "posture": "standing",
        "anchor": Anchor(point="left-foot", at=(0, 8.5, 0)),
        "contacts": (Contact(point="left-foot"), Contact(point="right-foot")),
    }
    return Pose.model_validate({**plain, **values})


def figure_of(*poses: Pose, **values: Any) -> Figure:
    return Figure(poses=poses or (standing(),), **values)
