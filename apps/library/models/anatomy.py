"""The working copies of muscles and equipment."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from apps.library.documents import EquipmentDocument, MuscleDocument
from apps.publishing.fields import MarkdownField
from apps.publishing.models import WorkingCopy


class Muscle(WorkingCopy):
    """A muscle or muscle group."""

    class Region(models.TextChoices):
        FRONT = "front", _("Front of the hip and thigh")
        OUTER = "outer", _("Outer hip")
        INNER = "inner", _("Inner thigh")
        BACK = "back", _("Buttock and back of the thigh")
        TRUNK = "trunk", _("Trunk")
        LEG = "leg", _("Lower leg")
        WHOLE = "whole", _("Whole body")

    kind = "muscle"
    document_class = MuscleDocument
    plain_fields = ("region", "where", "job", "body")

    region = models.CharField(_("region"), max_length=10, choices=Region.choices)
    where = models.CharField(_("where it is"), max_length=300)
    job = models.CharField(_("what it does"), max_length=300)
    body = MarkdownField(_("text"), help_text=_("Markdown."), max_length=4000)

    class Meta(WorkingCopy.Meta):
        verbose_name = _("muscle")
        verbose_name_plural = _("muscles")


class Equipment(WorkingCopy):
    """A thing that a move needs or is helped by."""

    kind = "equipment"
    document_class = EquipmentDocument
    plain_fields = ("stand_in",)

    stand_in = models.CharField(
        _("what does the same job"),
        max_length=300,
        blank=True,
        help_text=_("Something that people have at home. No brand, no shop."),
    )

    class Meta(WorkingCopy.Meta):
        verbose_name = _("piece of equipment")
        verbose_name_plural = _("equipment")
