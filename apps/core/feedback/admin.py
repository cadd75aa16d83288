"""Messages from readers in the editors' room: to read and to tick off."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Field
from django.http import HttpRequest
from django.utils.text import capfirst

from apps.core.feedback.models import Feedback


@admin.register(Feedback)
class FeedbackAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # no subscript at run time
    """Reads messages; only "dealt with" can be changed."""

    list_display = ("topic", "page", "sent_at", "done")
    list_filter = ("done", "topic")
    list_editable = ("done",)
    search_fields = ("message", "page")
    readonly_fields = ("topic", "page", "message", "email", "sent_at")

    def formfield_for_dbfield(self, db_field: Field[Any, Any], request: HttpRequest, **kwargs: Any) -> Any:
        """Name the tick of each line, whose column heading no screen reader connects with it."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and db_field.name == "done":
            field.widget.attrs["aria-label"] = capfirst(db_field.verbose_name)
        return field

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Readers write; staff do not."""
        return False
