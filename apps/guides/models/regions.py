"""The working copy of a region's numbers."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from apps.guides.documents.safety import RegionDocument
from apps.guides.enums import Units
from apps.publishing.fields import LinesField
from apps.publishing.models import WorkingCopy

PLAIN_FIELDS = ("code", "advice_name", "note", "units", "last_checked")


class Region(WorkingCopy):
    """Whom to call in a region; the title is its name."""

    kind = "region"
    document_class = RegionDocument

    code = models.CharField(
        _("code"), max_length=8, help_text=_("What phones remember, such as “gb”. Leave it as it is.")
    )
    emergency = LinesField(
        _("emergency numbers"),
        blank=False,
        help_text=_("Digits and spaces. One a line, the one to call first at the top."),
    )
    advice_name = models.CharField(_("name of the advice line"), max_length=60, blank=True)
    advice = models.CharField(_("number of the advice line"), max_length=20, blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)
    units = models.CharField(_("units"), max_length=10, choices=Units.choices)
    last_checked = models.DateField(_("numbers last checked on"))

    class Meta(WorkingCopy.Meta):
        verbose_name = _("region")
        verbose_name_plural = _("regions")

    def document_values(self) -> dict[str, Any]:
        """Return the region's own values."""
        values = {name: getattr(self, name) for name in PLAIN_FIELDS}
        return {**values, "emergency": self.emergency, "advice": self.advice or None}

    def set_values(self, document: RegionDocument) -> None:
        """Take over the plain values."""
        for name in PLAIN_FIELDS:
            setattr(self, name, getattr(document, name))
        self.emergency = list(document.emergency)
        self.advice = document.advice or ""
