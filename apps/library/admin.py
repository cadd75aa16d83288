"""The library in the editors' room."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from apps.library.admin_figure import FIGURE_FIELDSET, FigureEditorAdmin
from apps.library.field_help import ADAPT_HELP, AVOID_HELP, DOSE_HELP
from apps.library.models import Equipment, Muscle, Plan, PlanEntry, Routine, RoutineStep, Stretch, StretchSwap
from apps.publishing.admin import PublishableAdmin, StackedInline, explained

DOSE = (
    ("hold_seconds", "hold_seconds_max"),
    ("repetitions", "repetitions_max", "breaths"),
    ("sets", "sets_max", "rest_seconds"),
    "dose_basis",
    "dose_note",
)


@admin.register(Muscle)
class MuscleAdmin(PublishableAdmin):
    """Muscles and muscle groups."""

    content_fieldsets = ((_("Muscle"), {"fields": ("region", "where", "job", "body")}),)


@admin.register(Equipment)
class EquipmentAdmin(PublishableAdmin):
    """What a move needs or is helped by."""

    content_fieldsets = ((_("Equipment"), {"fields": ("stand_in",)}),)


class StretchSwapInline(StackedInline):
    """The swaps of a stretch."""

    model = StretchSwap
    fk_name = "stretch"
    extra = 0
    autocomplete_fields = ("target",)
    fields = (("order", "relation"), "target", "cautions", "note")


@admin.register(Stretch)
class StretchAdmin(FigureEditorAdmin):
    """Everything there is to do."""

    places = {"dose": "hold_seconds", "family": "family_base"}
    field_help = {**DOSE_HELP, "avoid": AVOID_HELP, "adapt": ADAPT_HELP}
    list_display = ("number", *PublishableAdmin.list_display)
    list_display_links = ("title",)
    list_filter = (*PublishableAdmin.list_filter, "difficulty", "caution_only")
    autocomplete_fields = (
        *PublishableAdmin.autocomplete_fields,
        "muscles",
        "secondary_muscles",
        "needs",
        "helps",
        "family_base",
    )
    inlines = (StretchSwapInline,)
    content_fieldsets = (
        (
            _("What it is"),
            {"fields": (("number", "difficulty"), "also_called", "kinds", "muscles", "secondary_muscles")},
        ),
        (_("Where and with what"), {"fields": ("positions", "places", "needs", "helps")}),
        (_("How"), {"fields": (("sides", "working_side"), "steps", "steps_basis")}),
        FIGURE_FIELDSET,
        (_("Dose"), {"fields": DOSE}),
        (_("How it feels"), {"fields": ("feel", "not_feel", "comfort", "easier", "deeper")}),
        (_("Care"), {"fields": ("cautions", "avoid", "adapt", "caution_only", "clinical_reviewer")}),
        (
            _("Family"),
            {"fields": ("family_base", "family_label", "family_difference"), "classes": ("collapse",)},
        ),
    )


class RoutineStepInline(StackedInline):
    """The steps of a routine."""

    model = RoutineStep
    extra = 0
    autocomplete_fields = ("stretch",)
    fieldsets = (
        (None, {"fields": (("order", "type"), "stretch", "text", "optional", "note")}),
        (_("Checklist, question, position, rest"), {"fields": ("items", "if_no", "position", "seconds")}),
        (_("Dose, where it differs from the move's own"), {"fields": DOSE, "classes": ("collapse",)}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Read the moves, which name the steps, with them."""
        return super().get_queryset(request).select_related("stretch")

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        """Explain the parts of the dose."""
        formset = super().get_formset(request, obj, **kwargs)
        explained(formset.form, DOSE_HELP)
        return formset


@admin.register(Routine)
class RoutineAdmin(PublishableAdmin):
    """Ordered steps for a situation."""

    list_display = ("code", *PublishableAdmin.list_display)
    list_display_links = ("title",)
    inlines = (RoutineStepInline,)
    field_help = {"avoid": AVOID_HELP}
    content_fieldsets = (
        (
            _("What it is for"),
            {
                "fields": (
                    "code",
                    "situations",
                    "positions",
                    "places",
                    ("minutes", "minutes_max"),
                    "days",
                    "why",
                )
            },
        ),
        (_("Care"), {"fields": ("rules", "leave_out", "avoid", "default")}),
    )


class PlanEntryInline(StackedInline):
    """The lines of a weekly plan."""

    model = PlanEntry
    extra = 0
    autocomplete_fields = ("routines",)
    fields = ("order", "routines", "how_often", "note")


@admin.register(Plan)
class PlanAdmin(PublishableAdmin):
    """Weeks put together from routines."""

    inlines = (PlanEntryInline,)
    content_fieldsets = ((_("The week"), {"fields": ("for_whom", "notes")}),)
