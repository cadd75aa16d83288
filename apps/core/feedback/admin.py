"""Messages from readers in the editors' room: to read and to tick off."""

from __future__ import annotations

from django.contrib import admin
from django.http import HttpRequest

from apps.core.feedback.models import Feedback


@admin.register(Feedback)
class FeedbackAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # no subscript at run time
    """Reads messages; only "dealt with" can be changed."""

    list_display = ("topic", "page", "sent_at", "done")
    list_filter = ("done", "topic")
    list_editable = ("done",)
    search_fields = ("message", "page")
    readonly_fields = ("topic", "page", "message", "email", "sent_at")

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Readers write; staff do not."""
        return False
