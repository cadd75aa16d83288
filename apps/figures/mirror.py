"""Left and right: the same move for the other side, seen as in a mirror."""

from __future__ import annotations

from typing import TypeVar, cast

from apps.figures.figure import Figure
from apps.figures.pose import Anchor, Arrow, Contact, Place, Pose, Prop, Side

_Props = tuple[Prop, ...]
Named = TypeVar("Named", bound=str)


def other_side(side: Side) -> Side:
    return "right" if side == "left" else "left"


def for_side(figure: Figure, side: Side | None) -> Figure:
    """Return the figure with `side` as the worked one; a figure without sides stays as it is."""
    if side is None or figure.working is None or figure.working == side:
        return figure
    return mirror_figure(figure)


def mirror_figure(figure: Figure) -> Figure:
    """Return the figure with left and right exchanged; twice gives the figure back."""
    return figure.model_copy(
        update={
            "poses": tuple(mirror_pose(pose) for pose in figure.poses),
            "variants": tuple(mirror_pose(pose) for pose in figure.variants),
            "props": _mirror_props(figure.props),
            "working": figure.working and other_side(figure.working),
        }
    )


def mirror_pose(pose: Pose) -> Pose:
    """Return the pose with left and right exchanged and looking the other way."""
    root, spine, neck = pose.root, pose.spine, pose.neck
    return pose.model_copy(
        update={
            "facing": other_side(pose.facing),
            "root": root.model_copy(update={"tip": -root.tip, "turn": -root.turn}),
            "spine": spine.model_copy(update={"side": -spine.side, "turn": -spine.turn}),
            "neck": neck.model_copy(update={"side": -neck.side, "turn": -neck.turn}),
            "left_arm": pose.right_arm,
            "right_arm": pose.left_arm,
            "left_leg": pose.right_leg,
            "right_leg": pose.left_leg,
            "anchor": Anchor(point=_swap(pose.anchor.point), at=_swap_place(pose.anchor.at)),
            "contacts": tuple(Contact(point=_swap(c.point), on=c.on) for c in pose.contacts),
            "depth": {_swap(part): nearer for part, nearer in pose.depth.items()},
            "arrows": tuple(_mirror_arrow(arrow) for arrow in pose.arrows),
            "props": _mirror_props(pose.props),
        }
    )


def _mirror_arrow(arrow: Arrow) -> Arrow:
    return Arrow(
        joint=_swap(arrow.joint),
        by=_swap_place(arrow.by),
        offset=_swap_place(arrow.offset),
        curve=-arrow.curve,
    )


def _mirror_props(props: _Props) -> _Props:
    return tuple(
        prop.model_copy(update={"at": _swap_place(prop.at), "turn": -prop.turn, "to": prop.to and _swap_place(prop.to)})
        for prop in props
    )


def _swap(name: Named) -> Named:
    side, dash, rest = name.partition("-")
    return cast("Named", {"left": "right", "right": "left"}.get(side, side) + dash + rest)


def _swap_place(place: Place) -> Place:
    return (place[0], -place[1] if place[1] else 0, place[2])
