"""The dose as columns of a row."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from apps.library.documents import Dose

DOSE_FIELDS = tuple(Dose.model_fields)


def _number(label: Any, most: int) -> models.PositiveSmallIntegerField[Any, Any]:
    limits = [MinValueValidator(1), MaxValueValidator(most)]
    return models.PositiveSmallIntegerField(label, null=True, blank=True, validators=limits)


class WithDose(models.Model):
    """A row that carries a dose; every part may be left empty."""

    class Basis(models.TextChoices):
        SOURCE = "source", _("A source gives it for this move")
        GENERAL_RULE = "general-rule", _("The general 30-second rule")
        PRACTICE = "practice", _("General practice, awaiting clinical review")

    hold_seconds = _number(_("hold, seconds"), 3600)
    hold_seconds_max = _number(_("hold up to, seconds"), 3600)
    repetitions = _number(_("repetitions"), 100)
    repetitions_max = _number(_("repetitions up to"), 100)
    breaths = _number(_("breaths"), 100)
    sets = _number(_("sets"), 100)
    sets_max = _number(_("sets up to"), 100)
    rest_seconds = _number(_("rest between sets, seconds"), 3600)
    dose_basis = models.CharField(
        _("basis of the dose"), max_length=20, choices=Basis.choices, default=Basis.GENERAL_RULE
    )
    dose_note = models.CharField(_("note on the dose"), max_length=300, blank=True)

    class Meta:
        abstract = True

    def clean(self) -> None:
        """The upper end of a range is above its lower end."""
        super().clean()
        for low, high in (
            ("hold_seconds", "hold_seconds_max"),
            ("repetitions", "repetitions_max"),
            ("sets", "sets_max"),
        ):
            least, most = getattr(self, low), getattr(self, high)
            if most is not None and (least is None or most <= least):
                raise ValidationError({high: _("Enter a number above the lower end, or leave it empty.")})

    def dose_values(self) -> dict[str, Any]:
        """Return the columns as the values of a `Dose`."""
        return {name: getattr(self, _column(name)) for name in DOSE_FIELDS}

    def set_dose(self, dose: Dose) -> None:
        """Take over a dose."""
        for name in DOSE_FIELDS:
            setattr(self, _column(name), getattr(dose, name))

    @property
    def has_dose(self) -> bool:
        """Whether any part of the dose is given."""
        return any(value for name, value in self.dose_values().items() if name != "basis")


def _column(name: str) -> str:
    return f"dose_{name}" if name in {"basis", "note"} else name
