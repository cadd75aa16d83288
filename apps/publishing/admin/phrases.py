"""The phrases to avoid, in the editors' room."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from apps.publishing.admin.shared import SharedAdmin
from apps.publishing.phrases import Phrase


class PhraseAdmin(SharedAdmin):
    """What publishing and the writing help point out; a phrase that ships is switched off rather than deleted."""

    list_display = ("all_forms", "level", "why", "instead", "in_use", "language")
    list_filter = ("level", "in_use", "language")
    search_fields = ("forms", "instead", "why")
    show_full_result_count = False
    fields = ("language", "level", "forms", "unless", "why", "instead", "in_use")

    @staticmethod
    @admin.display(description=_("forms"), ordering="forms")
    def all_forms(row: Phrase) -> str:
        """Say how it is written."""
        return ", ".join(row.forms)

    def has_delete_permission(self, request: HttpRequest, obj: Phrase | None = None) -> bool:
        """Only a phrase that an editor has added: one of the file would come back with the next release."""
        if obj is not None and obj.key:
            return False
        return super().has_delete_permission(request, obj)

    def get_actions(self, request: HttpRequest) -> Any:
        """Offer no deletion of many rows: some are of the file."""
        return {}
