"""How far the joints of a supple adult go, in degrees, and the message for a pose that asks for more."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from apps.figures.pose import Frozen, Pose

TRUNK_JOINTS = {"spine": _("Trunk"), "neck": _("Neck")}
LIMB_JOINTS = {
    "left_arm": _("Left arm"),
    "right_arm": _("Right arm"),
    "left_leg": _("Left leg"),
    "right_leg": _("Right leg"),
}
ANGLES = {
    "spine.bend": _("bend forward"),
    "spine.side": _("bend sideways"),
    "spine.turn": _("turn"),
    "neck.nod": _("nod"),
    "neck.side": _("tilt sideways"),
    "neck.turn": _("turn"),
    "arm.raise_": _("shoulder: raise"),
    "arm.out": _("shoulder: out to the side"),
    "arm.turn": _("shoulder: turn"),
    "arm.elbow": _("elbow: bend"),
    "arm.twist": _("forearm: turn"),
    "arm.wrist": _("wrist: bend"),
    "leg.flex": _("hip: bend"),
    "leg.out": _("hip: out to the side"),
    "leg.turn": _("hip: turn"),
    "leg.knee": _("knee: bend"),
    "leg.point": _("ankle: point the foot"),
}
LIMITS: dict[str, tuple[float, float]] = {
    "spine.bend": (-70, 80),
    "spine.side": (-40, 40),
    "spine.turn": (-50, 50),
    "neck.nod": (-45, 50),
    "neck.side": (-40, 40),
    "neck.turn": (-80, 80),
    "arm.raise_": (-100, 190),
    "arm.out": (-35, 180),
    "arm.turn": (-180, 180),
    "arm.elbow": (0, 155),
    "arm.twist": (-95, 95),
    "arm.wrist": (-95, 90),
    "leg.flex": (-45, 160),
    "leg.out": (-35, 75),
    "leg.turn": (-50, 95),
    "leg.knee": (0, 160),
    "leg.point": (-38, 80),
}
"""The order of the turns lets one shape be written in several ways, so the ranges are wider than textbooks give
for each movement on its own; the shoulder's turn is free for that reason."""


def limit_problems(pose: Pose) -> list[str]:
    """Return a message for every joint that is asked to go further than it can; empty for a possible pose."""
    return list(problems_by_angle(pose).values())


def problems_by_angle(pose: Pose) -> dict[tuple[str, str], str]:
    """Return the messages of `limit_problems` by part of the pose and name of the angle: `("left_leg", "knee")`."""
    return {
        (field, key.partition(".")[2].rstrip("_")): str(
            _("%(joint)s, %(movement)s: %(angle)d° is more than a body can do (%(low)d° to %(high)d°).")
            % {"joint": joint, "movement": ANGLES[key], "angle": angle, "low": LIMITS[key][0], "high": LIMITS[key][1]}
        )
        for field, joint, key, angle in _angles(pose)
        if not LIMITS[key][0] <= angle <= LIMITS[key][1]
    }


def _angles(pose: Pose) -> Iterator[tuple[str, object, str, float]]:
    for field, joint in (*TRUNK_JOINTS.items(), *LIMB_JOINTS.items()):
        part: Frozen = getattr(pose, field)
        for name in type(part).model_fields:
            yield field, joint, f"{field.rpartition('_')[2]}.{name}", getattr(part, name)
