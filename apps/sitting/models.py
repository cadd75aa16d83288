"""The working copy of a sitting position."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from apps.library.enums import Caution
from apps.library.models import Stretch
from apps.publishing.fields import CodesField, LinesField
from apps.publishing.models import WorkingCopy
from apps.sitting.documents import PositionDocument
from apps.sitting.enums import Easing, Gear, HipAngle, Seat


class Position(WorkingCopy):
    """A way to sit."""

    kind = "position"
    document_class = PositionDocument
    plain_fields = (
        "number", "hip_angle", "seats", "set_up", "why", "how_long", "stop_if", "notes", "may_suit", "may_not_suit",
        "not_for", "never_while_driving", "parked_only", "sides_swap", "needs", "gear",
    )  # fmt: skip

    number = models.PositiveSmallIntegerField(_("number in the guide"))
    hip_angle = models.CharField(_("hip angle"), max_length=20, choices=HipAngle.choices)
    seats = CodesField(_("seats"), codes=Seat, blank=False)
    set_up = LinesField(_("set-up"), blank=False, help_text=_("One step a line, in order."))
    why = models.TextField(_("why it may help"), max_length=4000)
    how_long = models.CharField(_("how long"), max_length=300)
    stop_if = LinesField(_("stop if"), blank=False)
    notes = LinesField(_("notes"))
    may_suit = CodesField(_("may suit"), codes=Easing)
    may_not_suit = CodesField(_("may not suit"), codes=Easing)
    not_for = CodesField(_("not for somebody with"), codes=Caution)
    never_while_driving = models.BooleanField(_("never while driving"), default=False)
    parked_only = models.BooleanField(_("in a car, only while it is parked"), default=False)
    sides_swap = models.BooleanField(_("swap sides each time"), default=False)
    needs = LinesField(_("needs"))
    gear = CodesField(_("asked about first"), codes=Gear)
    swap_to = models.ManyToManyField("self", verbose_name=_("change to next"), symmetrical=False, blank=True)
    stretches = models.ManyToManyField(Stretch, verbose_name=_("stretches"), related_name="+", blank=True)
    figure = models.JSONField(_("figure"), null=True, blank=True)

    class Meta(WorkingCopy.Meta):
        verbose_name = _("sitting position")
        verbose_name_plural = _("sitting positions")
        ordering = ["number"]

    def document_values(self) -> dict[str, Any]:
        """Return the position's own values."""
        return {
            **super().document_values(),
            "swap_to": list(self.swap_to.values_list("slug", flat=True)),
            "stretches": list(self.stretches.values_list("slug", flat=True)),
            "figure": self.figure,
        }

    def set_values(self, document: PositionDocument) -> None:
        """Take over the plain values and the figure."""
        super().set_values(document)
        self.figure = document.model_dump(mode="json", include={"figure"})["figure"]

    def save_related(self, document: PositionDocument) -> None:
        """Take over the positions and stretches that it leads to."""
        self.swap_to.set(Position.objects.filter(language=self.language, slug__in=document.swap_to))
        self.stretches.set(Stretch.objects.filter(language=self.language, slug__in=document.stretches))
