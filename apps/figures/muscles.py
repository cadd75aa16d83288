"""Where each muscle of the controlled list lies on the body, as balls just under the skin."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, NamedTuple

from django.utils.translation import gettext_lazy as _

from apps.figures.body import Ball
from apps.figures.pose import Side
from apps.figures.skeleton import Frame, Skeleton, sign
from apps.figures.vectors import Vec, add, apply, unit

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

Row = tuple[tuple[str, float, float, float, float], ...]
"""Balls as (bone, forward, outward, up, radius), for the left side."""


class Muscle(NamedTuple):
    """A muscle's name and the rows of balls that show it."""

    name: StrPromise
    rows: tuple[Row, ...]
    seen_from: str = "front"


_TRUNK = frozenset({"pelvis", "waist", "belly", "ribs", "neck", "head"})

_TFL: Row = (("thigh", 3.4, 6.6, 4, 2.0), ("thigh", 2.0, 6.6, -8, 1.9), ("thigh", 0.8, 5.6, -24, 0.9))
_MEDIUS: Row = (("pelvis", -1.5, 10.5, 8, 3.2), ("thigh", -0.6, 6.4, 1, 2.4))
_PIRIFORMIS: Row = (("pelvis", -9.2, 3, 3.5, 1.3), ("pelvis", -8.2, 7, 2, 2.3), ("thigh", -3.6, 6.2, 0, 1.3))
_ROTATORS: Row = (("pelvis", -8.4, 4, -1.5, 1.7), ("thigh", -4.0, 6.0, -3, 1.8))
_BELLY: Row = (("pelvis", 5.8, 2.6, 5, 2.2), ("waist", 6, 2.8, 6, 2.5), ("belly", 6.8, 2.8, 10, 2.4))
_FLANK: Row = (("waist", 2, 8.6, -1, 2.8), ("waist", 2, 8.8, 8, 3.2), ("belly", 2, 10, 9, 2.8))
_BACK: Row = (("pelvis", -7.4, 3.2, 8, 1.8), ("waist", -6.0, 3.4, 5, 2.2), ("belly", -5.8, 3.6, 9, 1.7))
_CHEST: Row = (("ribs", 7.6, 4, 6, 2.8), ("ribs", 6.5, 11, 8.5, 2.8), ("upper-arm", 1.4, 0.6, -3, 2.8))
_ILIACUS: Row = (("pelvis", 4.5, 8.6, 7, 2.2), ("pelvis", 6.0, 8, 2, 2.6), ("thigh", 4.4, -1.5, -7, 1.5))
_PSOAS: Row = (
    ("waist", 5.0, 2.6, 9, 1.4), ("pelvis", 6.2, 4.6, 6, 2.0), ("pelvis", 6.6, 6.8, 0, 2.2),
    ("thigh", 4.6, -2.5, -7, 1.4),
)  # fmt: skip

MUSCLES: dict[str, Muscle] = {
    "iliacus": Muscle(_("Iliacus"), (_ILIACUS,)),
    "psoas": Muscle(_("Psoas"), (_PSOAS,)),
    "rectus-femoris": Muscle(
        _("Rectus femoris"),
        ((("thigh", 4.4, 0, -1, 1.8), ("thigh", 5.0, 0, -14, 2.9), ("thigh", 3.4, 0, -35, 1.5)),),
    ),
    "tfl": Muscle(_("Tensor fasciae latae"), (_TFL,)),
    "pectineus": Muscle(_("Pectineus"), ((("pelvis", 6.0, 3, -3, 1.6), ("thigh", 4.2, -3.0, -9, 1.9)),)),
    "sartorius": Muscle(
        _("Sartorius"),
        ((("thigh", 5.2, 4.6, 3, 1.2), ("thigh", 5.8, -1, -16, 1.5), ("thigh", 1.5, -3.6, -37, 1.1)),),
    ),
    "adductors": Muscle(
        _("Inner thigh muscles"),
        ((("thigh", 2, -5.4, -6, 2.2), ("thigh", 1.6, -4.8, -17, 2.9), ("thigh", 1, -3.6, -31, 1.3)),),
    ),
    "gracilis": Muscle(
        _("Gracilis"),
        ((("thigh", 1, -7.0, -4, 1.1), ("thigh", 1, -5.6, -20, 1.4), ("thigh", 0, -3.8, -40, 1.0)),),
    ),
    "gluteus-medius": Muscle(_("Gluteus medius"), (_MEDIUS,)),
    "glutes": Muscle(_("Buttock muscles"), ((("pelvis", -7.4, 6, 6, 3.6), ("thigh", -4.4, 1.4, -1, 4.8)),), "back"),
    "piriformis": Muscle(_("Piriformis"), (_PIRIFORMIS,), "back"),
    "deep-hip-rotators": Muscle(_("Deep hip rotators"), (_PIRIFORMIS, _ROTATORS), "back"),
    "hip-abductors": Muscle(_("Outer hip muscles"), (_MEDIUS, _TFL), "back"),
    "hamstrings": Muscle(
        _("Back of the thigh"),
        ((("thigh", -4.6, 0, -11, 2.4), ("thigh", -3.6, 0, -21, 3.3), ("thigh", -2.2, 0, -38, 1.9)),),
        "back",
    ),
    "quadriceps": Muscle(
        _("Front of the thigh"),
        ((("thigh", 3.2, 0.6, -7, 3.6), ("thigh", 3.6, 0.8, -18, 4.2), ("thigh", 2.4, 0, -36, 2.4)),),
    ),
    "lower-back": Muscle(_("Lower back"), (_BACK,), "back"),
    "abdominals": Muscle(_("Belly muscles"), (_BELLY,)),
    "core": Muscle(_("Trunk muscles"), (_BELLY, _FLANK)),
    "pelvic-floor": Muscle(_("Pelvic floor"), ((("pelvis", -4, 3.4, -6.4, 1.7), ("pelvis", 4.5, 0, -5.6, 1.6)),)),
    "diaphragm": Muscle(
        _("Diaphragm"),
        ((("belly", 5, 9, 6, 1.5), ("belly", 7, 5, 9.6, 1.6), ("belly", 7.6, 0, 11, 1.6)),),
    ),
    "calves": Muscle(
        _("Calves"),
        ((("shank", -3.4, 0, -4, 2.0), ("shank", -3.8, 0, -13, 2.9), ("shank", -2.0, 0, -27, 1.3)),),
        "back",
    ),
    "chest-shoulders": Muscle(_("Chest and shoulders"), (_CHEST,)),
    "whole-body": Muscle(_("Whole body"), ()),
}


class Strand(NamedTuple):
    """A row of a muscle in the room, and the way in which it faces out of the body."""

    balls: list[Ball]
    outward: Vec


def muscle_strands(bones: Skeleton, code: str, side: Side) -> list[Strand]:
    """Return the rows of a muscle of one side as they lie in the room.

    Raises `KeyError` for a code that is not on the controlled list.
    """
    hand = sign(side)

    def frame(bone: str) -> Frame:
        return bones[bone if bone in _TRUNK else f"{side}-{bone}"]

    found = []
    for row in MUSCLES[code].rows:
        lie = [Ball(frame(bone).at((x, hand * y, z)), radius) for bone, x, y, z, radius in row]
        ways = [unit(apply(frame(bone).rotation, (x, hand * y, 0))) for bone, x, y, _z, _radius in row]
        found.append(Strand(lie, unit(reduce(add, ways))))
    return found


def muscle_parts(code: str, side: Side) -> set[str]:
    """Return the body parts that the muscle lies on."""
    bones = {bone for row in MUSCLES[code].rows for bone, *_rest in row}
    return {"trunk" if bone in _TRUNK else f"{side}-{bone}" for bone in bones}
