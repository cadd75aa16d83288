"""The working copy of the danger signs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from apps.guides.documents.safety import AskFirstSign, EmergencySign, SafetyDocument, SafetyIntro, Sign
from apps.guides.enums import EmergencyGroup, SafetyPart
from apps.library.enums import Caution
from apps.publishing.fields import CodesField, LinesField
from apps.publishing.models import WorkingCopy

INTRO_NAMES = tuple(SafetyIntro.model_fields)


class Safety(WorkingCopy):
    """When to get help and how soon. There is one."""

    kind = "safety"
    document_class = SafetyDocument

    intro_emergency = models.CharField(_("above the emergency signs"), max_length=300)
    intro_emergency_cauda_equina = models.CharField(_("above the first group"), max_length=300)
    intro_emergency_other = models.CharField(_("above the second group"), max_length=300)
    intro_urgent = models.CharField(_("above the urgent signs"), max_length=300)
    intro_routine = models.CharField(_("above the reasons to book a visit"), max_length=300)
    intro_self_care = models.CharField(_("above self-care"), max_length=300)
    intro_act = models.CharField(_("above what to do"), max_length=300)
    intro_ask_first = models.CharField(_("above “ask before you start”"), max_length=300)
    self_care = LinesField(_("self-care"), blank=False)
    clinical_reviewer = models.CharField(
        _("reviewed by a clinician"),
        max_length=120,
        blank=True,
        help_text=_("Leave empty unless a clinician has read this page."),
    )

    class Meta(WorkingCopy.Meta):
        verbose_name = _("danger signs")
        verbose_name_plural = _("danger signs")

    def document_values(self) -> dict[str, Any]:
        """Return the lists by part, in their order."""
        signs = list(self.signs.all())

        def listed(part: SafetyPart, values: Callable[[SafetySign], dict[str, Any]]) -> list[dict[str, Any]]:
            return [values(sign) for sign in signs if sign.part == part]

        return {
            "intro": {name: getattr(self, f"intro_{name}") for name in INTRO_NAMES},
            "emergency": listed(SafetyPart.EMERGENCY, SafetySign.emergency_values),
            "urgent": listed(SafetyPart.URGENT, SafetySign.values),
            "routine": listed(SafetyPart.ROUTINE, SafetySign.values),
            "self_care": self.self_care,
            "act": [step.values() for step in self.steps.all()],
            "ask_first": listed(SafetyPart.ASK_FIRST, SafetySign.ask_first_values),
            "clinical_reviewer": self.clinical_reviewer,
        }

    def set_values(self, document: SafetyDocument) -> None:
        """Take over the plain values."""
        for name in INTRO_NAMES:
            setattr(self, f"intro_{name}", getattr(document.intro, name))
        self.self_care = list(document.self_care)
        self.clinical_reviewer = document.clinical_reviewer

    def save_related(self, document: SafetyDocument) -> None:
        """Take over the signs and the steps."""
        lists: tuple[tuple[SafetyPart, Sequence[Sign]], ...] = (
            (SafetyPart.EMERGENCY, document.emergency),
            (SafetyPart.URGENT, document.urgent),
            (SafetyPart.ROUTINE, document.routine),
            (SafetyPart.ASK_FIRST, document.ask_first),
        )
        self.signs.all().delete()
        for part, signs in lists:
            for order, sign in enumerate(signs):
                SafetySign.add(self, part, order, sign)
        self.steps.all().delete()
        for order, step in enumerate(document.act):
            self.steps.create(order=order, title=step.title, text=step.text, say=step.say)


class SafetySign(models.Model):
    """One line of one of the lists."""

    safety = models.ForeignKey(Safety, on_delete=models.CASCADE, related_name="signs")
    part = models.CharField(_("list"), max_length=10, choices=SafetyPart.choices)
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    code = models.SlugField(_("code"), max_length=80, help_text=_("Stays the same when the words change."))
    group = models.CharField(
        _("group"),
        max_length=20,
        choices=EmergencyGroup.choices,
        blank=True,
        help_text=_("For emergency signs only."),
    )
    text = models.CharField(_("text"), max_length=300)
    cautions = CodesField(_("steps back moves for"), codes=Caution, help_text=_("For “ask before you start” only."))

    class Meta:
        verbose_name = _("sign")
        verbose_name_plural = _("signs")
        ordering = ["part", "order", "pk"]

    def __str__(self) -> str:
        return self.text

    def values(self) -> dict[str, Any]:
        """Return the row as the values of a `Sign`."""
        return {"id": self.code, "text": self.text}

    def emergency_values(self) -> dict[str, Any]:
        """Return the row as the values of an `EmergencySign`."""
        return {**self.values(), "group": self.group}

    def ask_first_values(self) -> dict[str, Any]:
        """Return the row as the values of an `AskFirstSign`."""
        return {**self.values(), "cautions": self.cautions}

    @classmethod
    def add(cls, safety: Safety, part: SafetyPart, order: int, sign: Sign) -> None:
        """Add a sign of a document."""
        cls.objects.create(
            safety=safety,
            part=part,
            order=order,
            code=sign.id,
            text=sign.text,
            group=sign.group if isinstance(sign, EmergencySign) else "",
            cautions=list(sign.cautions) if isinstance(sign, AskFirstSign) else [],
        )


class SafetyStep(models.Model):
    """One step of what to do on an emergency sign."""

    safety = models.ForeignKey(Safety, on_delete=models.CASCADE, related_name="steps")
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    title = models.CharField(_("title"), max_length=80)
    text = models.CharField(_("text"), max_length=300)
    say = models.CharField(_("words to say"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("step")
        verbose_name_plural = _("steps")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.title

    def values(self) -> dict[str, Any]:
        """Return the row as the values of an `ActStep`."""
        return {"title": self.title, "text": self.text, "say": self.say}
