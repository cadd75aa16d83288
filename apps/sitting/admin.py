"""Sitting positions in the editors' room."""

from __future__ import annotations

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from apps.library.admin_figure import FIGURE_FIELDSET, FigureEditorAdmin
from apps.publishing.admin import PublishableAdmin
from apps.sitting.models import Position


@admin.register(Position)
class PositionAdmin(FigureEditorAdmin):
    """Ways to sit."""

    list_display = ("number", *PublishableAdmin.list_display)
    list_display_links = ("title",)
    autocomplete_fields = (*PublishableAdmin.autocomplete_fields, "swap_to", "stretches")
    content_fieldsets = (
        (_("What it is"), {"fields": (("number", "hip_angle"), "seats", "set_up", "why", "how_long", "notes")}),
        FIGURE_FIELDSET,
        (_("For whom"), {"fields": ("may_suit", "may_not_suit", "not_for", "stop_if")}),
        (_("Where"), {"fields": ("never_while_driving", "parked_only")}),
        (_("What goes with it"), {"fields": ("sides_swap", "swap_to", "needs", "stretches")}),
    )
