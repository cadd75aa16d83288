"""Messages from readers in the editors' room: to read and to tick off."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.forms import ModelForm
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

    def get_changelist_form(self, request: HttpRequest, **kwargs: Any) -> type[ModelForm[Feedback]]:
        """Name the tick of each line, whose column heading no screen reader connects with it."""
        form = super().get_changelist_form(request, **kwargs)
        form.base_fields["done"].widget.attrs["aria-label"] = Feedback._meta.get_field("done").verbose_name.capitalize()
        return form

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Readers write; staff do not."""
        return False
