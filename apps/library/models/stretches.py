"""The working copy of a stretch and of its swaps."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from apps.library.documents import Family, StretchDocument, Swap
from apps.library.enums import Caution, Difficulty, MoveKind, Place, Position, Sides, WorkingSide
from apps.library.models.anatomy import Equipment, Muscle
from apps.library.models.doses import WithDose
from apps.publishing.fields import CodesField, LinesField
from apps.publishing.models import WorkingCopy


class Stretch(WithDose, WorkingCopy):
    """One thing to do."""

    class StepsBasis(models.TextChoices):
        SOURCE = "source", _("The sources give the steps")
        PARTLY_PRACTICE = "partly-practice", _("Some steps from general practice")
        PRACTICE = "practice", _("Steps from general practice")
        NONE = "none", _("No steps")

    kind = "stretch"
    document_class = StretchDocument
    plain_fields = (
        "number", "also_called", "kinds", "positions", "places", "difficulty", "caution_only", "sides",
        "working_side", "steps", "steps_basis", "feel", "not_feel", "comfort", "easier", "deeper", "cautions",
        "avoid", "adapt", "clinical_reviewer",
    )  # fmt: skip

    number = models.PositiveSmallIntegerField(_("number in the library"))
    also_called = LinesField(_("also called"))
    kinds = CodesField(_("kinds"), codes=MoveKind, blank=False)
    muscles = models.ManyToManyField(Muscle, verbose_name=_("muscles"), related_name="+")
    secondary_muscles = models.ManyToManyField(
        Muscle, verbose_name=_("muscles that join in"), related_name="+", blank=True
    )
    positions = CodesField(_("positions"), codes=Position, blank=False)
    places = CodesField(_("places"), codes=Place, blank=False)
    needs = models.ManyToManyField(Equipment, verbose_name=_("needs"), related_name="+", blank=True)
    helps = models.ManyToManyField(Equipment, verbose_name=_("is helped by"), related_name="+", blank=True)
    difficulty = models.PositiveSmallIntegerField(_("difficulty"), choices=Difficulty.choices)
    caution_only = models.BooleanField(
        _("to know about only"), default=False, help_text=_("Kept out of lists and routines.")
    )
    sides = models.CharField(_("sides"), max_length=20, choices=Sides.choices)
    working_side = models.CharField(_("working side"), max_length=20, choices=WorkingSide.choices, blank=True)
    steps = LinesField(_("steps"), help_text=_("One step a line, in order."))
    steps_basis = models.CharField(_("basis of the steps"), max_length=20, choices=StepsBasis.choices)
    feel = LinesField(_("where you may feel it"))
    not_feel = LinesField(_("where you should not feel it"))
    comfort = LinesField(_("make it comfortable"))
    easier = LinesField(_("easier"))
    deeper = LinesField(_("deeper"))
    cautions = LinesField(_("take care"))
    avoid = CodesField(_("not for somebody with"), codes=Caution)
    adapt = CodesField(_("easier version first for"), codes=Caution)
    family_base = models.ForeignKey(
        "self",
        verbose_name=_("variant of"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="variants",
        help_text=_("The base move of the family; a base names itself."),
    )
    family_label = models.CharField(_("name in the switch"), max_length=40, blank=True)
    family_difference = models.CharField(_("what differs from the base"), max_length=300, blank=True)
    clinical_reviewer = models.CharField(
        _("reviewed by a clinician"),
        max_length=120,
        blank=True,
        help_text=_("Leave empty unless a clinician has read this page."),
    )

    figure = models.JSONField(_("figure"), null=True, blank=True)

    class Meta(WorkingCopy.Meta):
        verbose_name = _("stretch")
        verbose_name_plural = _("stretches")
        ordering = ["number"]

    def clean(self) -> None:
        """Check the dose and the review dates."""
        WithDose.clean(self)
        WorkingCopy.clean(self)

    def document_values(self) -> dict[str, Any]:
        """Return the stretch's own values."""
        return {
            **super().document_values(),
            "muscles": _slugs(self.muscles),
            "secondary_muscles": _slugs(self.secondary_muscles),
            "needs": _slugs(self.needs),
            "helps": _slugs(self.helps),
            "dose": self.dose_values(),
            "swaps": [swap.values() for swap in self.swaps.select_related("target")],
            "family": self._family_values(),
            "figure": self.figure,
        }

    def _family_values(self) -> dict[str, str] | None:
        if self.family_base is None:
            return None
        return {
            "base": self.family_base.slug,
            "label": self.family_label,
            "difference": self.family_difference,
        }

    def set_values(self, document: StretchDocument) -> None:
        """Take over the plain values."""
        super().set_values(document)
        self.set_dose(document.dose)
        self.figure = document.model_dump(mode="json", include={"figure"})["figure"]
        family = document.family or Family(base=document.slug, label="")
        self.family_label, self.family_difference = family.label, family.difference

    def save_related(self, document: StretchDocument) -> None:
        """Take over muscles, equipment, family and swaps, as far as their targets exist."""
        for name, model in (
            ("muscles", Muscle),
            ("secondary_muscles", Muscle),
            ("needs", Equipment),
            ("helps", Equipment),
        ):
            rows = model.objects.filter(language=self.language, slug__in=getattr(document, name))
            getattr(self, name).set(rows)
        base = document.family.base if document.family else ""
        self.family_base = Stretch.objects.filter(language=self.language, slug=base).first()
        self.save(update_fields=["family_base"])
        self.swaps.all().delete()
        for order, swap in enumerate(document.swaps):
            StretchSwap.add(self, order, swap)


class StretchSwap(models.Model):
    """Another move to do instead, and when."""

    class Relation(models.TextChoices):
        EASIER = "easier", _("Easier")
        DEEPER = "deeper", _("Deeper")
        INSTEAD = "instead", _("Instead")

    stretch = models.ForeignKey(Stretch, on_delete=models.CASCADE, related_name="swaps")
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    relation = models.CharField(_("relation"), max_length=10, choices=Relation.choices)
    target = models.ForeignKey(Stretch, verbose_name=_("move"), on_delete=models.PROTECT, related_name="swapped_from")
    cautions = CodesField(_("suits somebody with"), codes=Caution)
    note = models.CharField(_("note"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("swap")
        verbose_name_plural = _("swaps")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return f"{self.get_relation_display()}: {self.target}"

    def values(self) -> dict[str, Any]:
        """Return the row as the values of a `Swap`."""
        return {
            "stretch": self.target.slug,
            "relation": self.relation,
            "cautions": self.cautions,
            "note": self.note,
        }

    @classmethod
    def add(cls, stretch: Stretch, order: int, swap: Swap) -> None:
        """Add a swap of a document, where its target has a working copy."""
        target = Stretch.objects.filter(language=stretch.language, slug=swap.stretch).first()
        if target:
            cls.objects.create(
                stretch=stretch,
                order=order,
                relation=swap.relation,
                target=target,
                cautions=list(swap.cautions),
                note=swap.note,
            )


def _slugs(rows: models.Manager[Any]) -> list[str]:
    return sorted(rows.values_list("slug", flat=True))
