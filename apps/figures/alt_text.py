"""The text alternative of a figure, made from its poses: posture, what is bent or raised, props, the worked side."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy

from apps.figures.figure import Figure
from apps.figures.muscles import MUSCLES
from apps.figures.pose import Pose

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

POSTURES: dict[str, StrPromise] = {
    "standing": gettext_lazy("standing"),
    "walking": gettext_lazy("walking"),
    "half-kneeling": gettext_lazy("kneeling on one knee"),
    "kneeling": gettext_lazy("kneeling upright"),
    "low-lunge": gettext_lazy("in a low lunge"),
    "hands-and-knees": gettext_lazy("on hands and knees"),
    "squat": gettext_lazy("in a deep squat"),
    "sitting-chair": gettext_lazy("sitting on a seat"),
    "sitting-floor": gettext_lazy("sitting on the floor"),
    "on-back": gettext_lazy("lying on the back"),
    "face-down": gettext_lazy("lying face down"),
    "on-side": gettext_lazy("lying on one side"),
    "driving": gettext_lazy("sitting at the wheel of a car"),
    "plank": gettext_lazy("in a plank, the body straight"),
}
PROPS: dict[str, StrPromise] = {
    "mat": gettext_lazy("a mat"),
    "chair": gettext_lazy("a chair"),
    "office-chair": gettext_lazy("an office chair"),
    "kneeling-chair": gettext_lazy("a kneeling chair"),
    "desk": gettext_lazy("a desk with a screen"),
    "wall": gettext_lazy("a wall"),
    "couch": gettext_lazy("a couch"),
    "bed": gettext_lazy("a bed"),
    "ottoman": gettext_lazy("a low seat"),
    "car-seat": gettext_lazy("a car seat"),
    "steering": gettext_lazy("a steering wheel and pedals"),
    "car": gettext_lazy("a parked car"),
    "bike": gettext_lazy("a bicycle"),
    "step": gettext_lazy("a step"),
    "roller": gettext_lazy("a foam roller"),
    "ball": gettext_lazy("a small ball"),
    "loop-band": gettext_lazy("a loop band"),
    "band": gettext_lazy("a long band"),
    "books": gettext_lazy("books"),
    "cushion": gettext_lazy("a cushion"),
    "lumbar-roll": gettext_lazy("a roll behind the low back"),
    "barbell": gettext_lazy("a barbell"),
    "cable": gettext_lazy("a cable column"),
    "lever-tool": gettext_lazy("a lever tool"),
    "curl-machine": gettext_lazy("a leg-curl bench"),
}
VIEWS: dict[str, StrPromise] = {
    "side": pgettext_lazy("view", "the side"),
    "front": pgettext_lazy("view", "the front"),
    "back": pgettext_lazy("view", "behind"),
}
SIDE_NAMES: dict[str, StrPromise] = {
    "left": pgettext_lazy("side of the body", "left"),
    "right": pgettext_lazy("side of the body", "right"),
}
_UPRIGHT = {"standing", "walking", "half-kneeling", "kneeling", "sitting-chair", "sitting-floor", "squat", "low-lunge"}


def alt_text_for(figure: Figure, *, steps: Sequence[str] = (), captioned: bool = False) -> str:
    """Return what the figure shows, in plain sentences; the editor's own text if there is one.

    `steps` say what is done, which no pose can. With a caption beside it, it leaves out what the caption says.
    """
    if figure.alt:
        return figure.alt
    poses = figure.shown_poses
    sentences = [
        _("A person %(posture)s, seen from %(view)s.")
        % {"posture": POSTURES[figure.hold_pose.posture], "view": VIEWS[figure.hold_pose.view]}
    ]
    if len(poses) > 1:
        sentences += [_step(number, pose) for number, pose in enumerate(poses, start=1)]
    elif details := _details(poses[0]):
        sentences.append(_sentence(details))
    sentences += _props(figure)
    if steps:
        sentences.append(_("How it is done: %(step)s") % {"step": _way(steps)})
    return " ".join([*sentences, *([] if captioned else _sides(figure))])


def caption_for(figure: Figure) -> str:
    """Return the side that works and the muscles that are lit; empty where the figure has neither."""
    return " ".join(_sides(figure))


def _way(steps: Sequence[str]) -> str:
    """Return the first sentence of the second step: the first is how to begin, which the pose shows."""
    return re.split(r"(?<=[.!?])\s", steps[min(1, len(steps) - 1)])[0]


def _step(number: int, pose: Pose) -> str:
    details = _details(pose) or [str(POSTURES[pose.posture])]
    return _("Picture %(number)d: %(details)s.") % {"number": number, "details": _listed(details)}


def _sentence(details: list[str]) -> str:
    text = _listed(details)
    return f"{text[:1].upper()}{text[1:]}."


def _listed(items: list[str]) -> str:
    return get_text_list(items, pgettext("last item of a list", "and"))


def _details(pose: Pose) -> list[str]:
    return [*_knees(pose), *_trunk(pose), *_limbs(pose)]


def _knees(pose: Pose) -> list[str]:
    resting = {contact.point for contact in pose.contacts}
    if pose.posture == "half-kneeling":
        return [
            _("%(side)s knee down") % {"side": name} for side, name in SIDE_NAMES.items() if f"{side}-knee" in resting
        ]
    return []


def _trunk(pose: Pose) -> list[str]:
    forward = pose.root.lean + pose.spine.bend
    found = []
    if pose.posture in _UPRIGHT and forward > 25:
        found.append(_("trunk leaning forward"))
    if pose.posture in _UPRIGHT and pose.spine.bend < -20 and forward < 0:
        found.append(_("back arched, chest lifted"))
    if abs(pose.spine.side) > 10:
        side = SIDE_NAMES["left" if pose.spine.side > 0 else "right"]
        found.append(_("trunk bent to the %(side)s") % {"side": side})
    if abs(pose.spine.turn) > 12:
        side = SIDE_NAMES["left" if pose.spine.turn > 0 else "right"]
        found.append(_("trunk turned to the %(side)s") % {"side": side})
    return found


def _limbs(pose: Pose) -> list[str]:
    found = []
    for side, name in SIDE_NAMES.items():
        arm, leg = (pose.left_arm, pose.left_leg) if side == "left" else (pose.right_arm, pose.right_leg)
        if arm.raise_ > 140 and arm.elbow < 90:
            found.append(_("%(side)s arm overhead") % {"side": name})
        if leg.turn > 50 and leg.knee > 60:
            found.append(_("%(side)s leg folded with the knee out") % {"side": name})
        elif leg.flex > 60 and leg.knee < 30:
            found.append(_("%(side)s leg straight in front") % {"side": name})
        elif leg.flex > 60 and leg.knee > 60:
            found.append(_("%(side)s knee bent in front") % {"side": name})
        elif leg.flex < 20 and leg.knee > 100:
            found.append(_("%(side)s heel drawn towards the buttock") % {"side": name})
        elif leg.flex < -10 and leg.knee < 60:
            found.append(_("%(side)s leg stretched out behind") % {"side": name})
    return found


def _props(figure: Figure) -> list[str]:
    kinds = [prop.kind for props in (figure.props, *(pose.props for pose in figure.shown_poses)) for prop in props]
    if figure.ground == "mat":
        kinds.append("mat")
    names = [str(PROPS[kind]) for kind in dict.fromkeys(kinds)]
    return [_("With %(props)s.") % {"props": _listed(names)}] if names else []


def _sides(figure: Figure) -> list[str]:
    found = []
    if figure.working:
        found.append(_("Working side: %(side)s.") % {"side": SIDE_NAMES[figure.working]})
    if figure.muscles:
        names = [str(MUSCLES[code].name) for code in figure.muscles]
        found.append(_("Highlighted: %(muscles)s.") % {"muscles": _listed(names)})
    return found
