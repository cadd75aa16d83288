"""The measures, in their own words; docs/measures.md says where they come from and who may use them."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = str | Promise


@dataclass(frozen=True)
class Question:
    """One question with the words at both ends of its scale."""

    code: str
    text: Words
    low: Words
    high: Words


@dataclass(frozen=True)
class Instrument:
    """A measure whose answers are whole numbers."""

    code: str
    version: str
    title: Words
    recall: Words
    """The time that is asked about."""
    how_often: Words
    scoring: Words
    questions: tuple[Question, ...]


_WORST = _("Pain as bad as you can imagine")
_COMPLETELY = _("Completely interferes")

PAIN = Instrument(
    code="nprs",
    version="0-10",
    title=_("Pain from 0 to 10"),
    recall=_("Now"),
    how_often=_("As often as you like. The check-in asks the same."),
    scoring=_("Each number stands for itself. A change of 2 or more is more than the usual measuring error."),
    questions=(
        Question("back", _("What number best describes the pain in your back now?"), _("No pain"), _WORST),
        Question("leg", _("What number best describes the pain in your leg now?"), _("No pain"), _WORST),
    ),
)

PEG = Instrument(
    code="peg",
    version="2009",
    title=_("PEG: pain and what it keeps you from"),
    recall=_("The past week"),
    how_often=_("Once a week."),
    scoring=_("The score is the mean of the three numbers, from 0 to 10. Lower is better."),
    questions=(
        Question(
            "average", _("What number best describes your pain on average in the past week?"), _("No pain"), _WORST
        ),
        Question(
            "enjoyment",
            _("What number best describes how, during the past week, pain has interfered with your enjoyment of life?"),
            _("Does not interfere"),
            _COMPLETELY,
        ),
        Question(
            "activity",
            _("What number best describes how, during the past week, pain has interfered with your general activity?"),
            _("Does not interfere"),
            _COMPLETELY,
        ),
    ),
)

INSTRUMENTS = (PAIN, PEG)

PSFS_ACTIVITIES = 3
"""How many activities the Patient-Specific Functional Scale asks for."""

CHANGE_STEPS = (
    (1, _("Very much improved")),
    (2, _("Much improved")),
    (3, _("Minimally improved")),
    (4, _("No change")),
    (5, _("Minimally worse")),
    (6, _("Much worse")),
    (7, _("Very much worse")),
)
"""The seven steps of the global impression of change, best first."""
