"""The working copy of a routine and of its steps."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from apps.library import documents
from apps.library.documents import RoutineDocument
from apps.library.enums import Caution, Place, Position, Situation
from apps.library.models.doses import WithDose
from apps.library.models.stretches import Stretch
from apps.publishing.fields import CodesField, LinesField
from apps.publishing.models import WorkingCopy


class Routine(WorkingCopy):
    """Ordered steps for a situation."""

    kind = "routine"
    document_class = RoutineDocument
    plain_fields = (
        "code", "situations", "positions", "places", "minutes", "minutes_max", "days", "why", "rules",
        "leave_out", "avoid", "default",
    )  # fmt: skip

    code = models.CharField(
        _("code"), max_length=8, validators=[RegexValidator(r"^RT-\d\d[ab]?$", _("Use the form RT-01."))]
    )
    situations = CodesField(_("situations"), codes=Situation)
    positions = CodesField(_("positions"), codes=Position)
    places = CodesField(_("places"), codes=Place)
    minutes = models.PositiveSmallIntegerField(_("minutes"))
    minutes_max = models.PositiveSmallIntegerField(_("minutes, at most"), null=True, blank=True)
    days = models.CharField(_("instead of minutes"), max_length=120, blank=True)
    why = models.TextField(_("why"), max_length=4000)
    rules = LinesField(_("rules"))
    leave_out = LinesField(_("leave out"))
    avoid = CodesField(_("not offered to somebody with"), codes=Caution)
    default = models.BooleanField(_("offered by itself"), default=True)

    class Meta(WorkingCopy.Meta):
        verbose_name = _("routine")
        verbose_name_plural = _("routines")
        ordering = ["code"]

    def document_values(self) -> dict[str, Any]:
        """Return the routine's own values."""
        rows = list(self.steps.select_related("stretch"))
        return {**super().document_values(), "steps": step_values(rows)}

    def save_related(self, document: RoutineDocument) -> None:
        """Take over the steps."""
        self.steps.all().delete()
        for order, row in enumerate(rows_of(document.steps)):
            row.routine, row.order = self, order
            row.save()


class RoutineStep(WithDose):
    """A step of a routine; the options of a choice are the rows that follow it."""

    class Type(models.TextChoices):
        MOVE = "move", _("Move")
        CHOICE = "choice", _("Choice of the options below it")
        OPTION = "option", _("Option of the choice above it")
        CHECKLIST = "checklist", _("Checklist")
        GATE = "gate", _("Question before going on")
        POSITION = "position", _("Sitting position")
        REST = "rest", _("Rest")

    routine = models.ForeignKey(Routine, on_delete=models.CASCADE, related_name="steps")
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    type = models.CharField(_("type"), max_length=10, choices=Type.choices, default=Type.MOVE)
    stretch = models.ForeignKey(
        Stretch, verbose_name=_("move"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    optional = models.BooleanField(_("optional"), default=False)
    text = models.CharField(
        _("text"), max_length=300, blank=True, help_text=_("Question, title, or what to do while resting.")
    )
    items = LinesField(_("things to tick"))
    if_no = models.CharField(_("if the answer is no"), max_length=300, blank=True)
    position = models.SlugField(_("sitting position"), max_length=80, blank=True)
    seconds = models.PositiveSmallIntegerField(_("seconds of rest"), null=True, blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("step")
        verbose_name_plural = _("steps")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return f"{self.get_type_display()} {self.stretch or self.text or self.position}".strip()

    def clean(self) -> None:
        """Each type of step has the field that it lives by."""
        super().clean()
        wanted = {
            self.Type.MOVE: "stretch",
            self.Type.OPTION: "stretch",
            self.Type.CHOICE: "text",
            self.Type.CHECKLIST: "text",
            self.Type.GATE: "text",
            self.Type.POSITION: "position",
            self.Type.REST: "seconds",
        }[self.Type(self.type)]
        if not getattr(self, wanted):
            raise ValidationError({wanted: _("This type of step needs this field.")})

    def values(self) -> dict[str, Any]:
        """Return the row as the values of a step, without the options of a choice."""
        match self.type:
            case self.Type.MOVE | self.Type.OPTION:
                return {
                    "type": "move",
                    "stretch": self.stretch.slug if self.stretch else "",
                    "dose": self.dose_values() if self.has_dose else None,
                    "optional": self.optional,
                    "note": self.note,
                }
            case self.Type.CHOICE:
                return {"type": "choice", "prompt": self.text, "options": [], "optional": self.optional}
            case self.Type.CHECKLIST:
                return {"type": "checklist", "title": self.text, "items": self.items}
            case self.Type.GATE:
                return {"type": "gate", "question": self.text, "if_no": self.if_no}
            case self.Type.POSITION:
                return {"type": "position", "position": self.position, "note": self.note}
            case _:
                return {"type": "rest", "seconds": self.seconds, "text": self.text}


def step_values(rows: Iterable[RoutineStep]) -> list[dict[str, Any]]:
    """Return rows in order as step values, each option inside the choice above it."""
    steps: list[dict[str, Any]] = []
    for row in rows:
        values = row.values()
        if row.type == RoutineStep.Type.OPTION and steps and steps[-1]["type"] == "choice":
            steps[-1]["options"].append(values)
        else:
            steps.append(values)
    return steps


def rows_of(steps: Iterable[documents.Step]) -> Iterable[RoutineStep]:
    """Yield the rows of a document's steps, in order, not yet saved."""
    for step in steps:
        match step:
            case documents.MoveStep():
                yield _move_row(RoutineStep.Type.MOVE, step)
            case documents.ChoiceStep():
                yield RoutineStep(type=RoutineStep.Type.CHOICE, text=step.prompt, optional=step.optional)
                yield from (_move_row(RoutineStep.Type.OPTION, option) for option in step.options)
            case documents.ChecklistStep():
                yield RoutineStep(type=RoutineStep.Type.CHECKLIST, text=step.title, items=list(step.items))
            case documents.GateStep():
                yield RoutineStep(type=RoutineStep.Type.GATE, text=step.question, if_no=step.if_no)
            case documents.PositionStep():
                yield RoutineStep(type=RoutineStep.Type.POSITION, position=step.position, note=step.note)
            case documents.RestStep():
                yield RoutineStep(type=RoutineStep.Type.REST, seconds=step.seconds, text=step.text)


def _move_row(row_type: RoutineStep.Type, step: documents.MoveStep) -> RoutineStep:
    stretch = Stretch.objects.filter(slug=step.stretch).first()
    row = RoutineStep(type=row_type, stretch=stretch, optional=step.optional, note=step.note)
    if step.dose:
        row.set_dose(step.dose)
    return row
