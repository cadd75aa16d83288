"""The working copy of a weekly plan."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from apps.library.documents import PlanDocument
from apps.library.models.routines import Routine
from apps.publishing.fields import LinesField
from apps.publishing.models import WorkingCopy


class Plan(WorkingCopy):
    """A week put together from routines."""

    kind = "plan"
    document_class = PlanDocument
    plain_fields = ("for_whom", "notes")

    for_whom = models.CharField(_("for whom"), max_length=300)
    notes = LinesField(_("notes"))

    class Meta(WorkingCopy.Meta):
        verbose_name = _("weekly plan")
        verbose_name_plural = _("weekly plans")

    def document_values(self) -> dict[str, Any]:
        """Return the plan's own values."""
        entries = [entry.values() for entry in self.entries.all()]
        return {**super().document_values(), "entries": entries}

    def save_related(self, document: PlanDocument) -> None:
        """Take over the entries."""
        self.entries.all().delete()
        for order, entry in enumerate(document.entries):
            row = self.entries.create(order=order, how_often=entry.how_often, note=entry.note)
            row.routines.set(Routine.objects.filter(language=self.language, slug__in=entry.routines))


class PlanEntry(models.Model):
    """One line of a weekly plan."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="entries")
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    routines = models.ManyToManyField(Routine, verbose_name=_("routines"), related_name="+")
    how_often = models.CharField(_("how often"), max_length=300)
    note = models.CharField(_("note"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("entry")
        verbose_name_plural = _("entries")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.how_often

    def values(self) -> dict[str, Any]:
        """Return the row as the values of a plan's entry; routines in order of their codes."""
        slugs = self.routines.order_by("code").values_list("slug", flat=True)
        return {"routines": list(slugs), "how_often": self.how_often, "note": self.note}
