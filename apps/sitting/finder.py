"""Which positions to offer on a seat, for what eases or worsens it.

`static/js/sitting/finder.js` follows the same rules on the phone; `tests/vectors/sitting.json` holds cases
that both are tested with.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from apps.library.enums import Caution
from apps.sitting.documents import PositionDocument
from apps.sitting.enums import Easing, Gear, Seat

RULED_OUT_BY = {
    Easing.HIP_REPLACEMENT: Caution.HIP_REPLACEMENT,
    Easing.OUTER_HIP: Caution.LATERAL_HIP_PAIN,
    Easing.GROIN_PINCH: Caution.HIP_IMPINGEMENT,
    Easing.KNEES: Caution.KNEE_PAIN,
    Easing.LEANING_BACK_WORSE: Caution.EXTENSION_SENSITIVE,
}
"""An answer to “what worsens it?”, and the caution that it stands for."""


GEAR_QUESTIONS = {"raise": Gear.RAISED_DESK, "kneel": Gear.KNEELING_PLACE}
"""Field of the form, and what a “no” there means is missing."""
YES_NO = (("yes", _("Yes")), ("no", _("No")))


class SittingForm(forms.Form):
    """Where are you sitting, what eases or worsens it, and how high is the desk?"""

    seat = forms.ChoiceField(
        label=_("Where are you sitting?"),
        choices=Seat.choices,
        widget=forms.RadioSelect,
        required=False,
        help_text=_("For a dining chair, choose the desk chair."),
    )
    eases = forms.MultipleChoiceField(
        label=_("What eases or worsens it?"),
        choices=Easing.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Tick all that fit, or none."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["raise"] = forms.ChoiceField(
            label=_("Can you work standing up?"),
            choices=YES_NO,
            widget=forms.RadioSelect,
            required=False,
            help_text=_("A desk that goes up, a worktop or a shelf at the height of your elbows."),
        )
        self.fields["kneel"] = forms.ChoiceField(
            label=_("Can you work kneeling?"),
            choices=YES_NO,
            widget=forms.RadioSelect,
            required=False,
            help_text=_("A low table, and a mat or cushion for your knees."),
        )


def missing_gear(answers: Mapping[str, Any]) -> set[Gear]:
    """Return what somebody has said is not there; what was not answered is not missing."""
    return {gear for field, gear in GEAR_QUESTIONS.items() if answers.get(field) == "no"}


@dataclass(frozen=True)
class LeftOut:
    """A position that is not offered, and why."""

    position: PositionDocument
    cautions: list[Caution]
    gear: list[Gear]
    """What it needs and is not there."""


@dataclass(frozen=True)
class Offer:
    """Positions to try, in order, and those that are left out for this body."""

    fitting: list[PositionDocument]
    may_not_suit: list[PositionDocument]
    left_out: list[LeftOut]


def offer(
    positions: Iterable[PositionDocument],
    *,
    seat: Seat | None,
    eases: Iterable[Easing],
    missing: Iterable[Gear] = (),
) -> Offer:
    """Return the positions of a seat: those that may suit first.

    Those that do not fit this body, or need what is not there, are left out.
    """
    answers = set(eases)
    cautions = {RULED_OUT_BY[answer] for answer in answers if answer in RULED_OUT_BY}
    here = [position for position in positions if seat is None or seat in position.seats]
    looked_at = [_why_not(position, cautions, set(missing)) for position in here]
    left_out = [one for one in looked_at if one.cautions or one.gear]
    rest = [one.position for one in looked_at if one not in left_out]
    may_not_suit = [position for position in rest if answers & set(position.may_not_suit)]
    fitting = [position for position in rest if position not in may_not_suit]
    fitting.sort(key=lambda position: -len(answers & set(position.may_suit)))
    return Offer(fitting, may_not_suit, left_out)


def _why_not(position: PositionDocument, cautions: set[Caution], lacking: set[Gear]) -> LeftOut:
    return LeftOut(
        position,
        [caution for caution in position.not_for if caution in cautions],
        [gear for gear in position.gear if gear in lacking],
    )
