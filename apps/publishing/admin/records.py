"""Publications, which nobody changes, and sources."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from apps.publishing.admin.shared import SharedAdmin
from apps.publishing.admin.typed import ModelAdmin
from apps.publishing.kinds import kinds
from apps.publishing.models import Publication, Source
from apps.publishing.services import read_document
from apps.publishing.words import words_for


class ReadOnlyAdmin(ModelAdmin):
    """A record that is looked at and never changed by hand."""

    view_on_site = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Acts make records."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A record stays as it was."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A record stays."""
        return False


class PublicationAdmin(ReadOnlyAdmin):
    """Every act of publishing and withdrawing, to be read and never changed."""

    list_display = ("title", "kind", "version", "act", "live_from", "author", "note")
    list_filter = ("act", "kind", "language")
    search_fields = ("title", "slug", "note")
    list_select_related = ("author",)
    show_full_result_count = False
    fields = (
        "title", "kind", "language", "slug", "version", "act", "note", "author", "editorial_reviewer",
        "clinical_reviewer", "live_from", "created_at", "digest", "document",
    )  # fmt: skip
    readonly_fields = fields

    @staticmethod
    @admin.display(description=_("document"))
    def document(publication: Publication) -> SafeString | str:
        """Show the document in words."""
        if publication.kind not in kinds:
            return ""
        kind = kinds[publication.kind]
        frozen = read_document(publication)
        words = words_for(kind, kind.references(frozen), publication.language).describe(frozen.to_json())
        return format_html_join(
            "",
            "<p><strong>{}</strong><br>{}</p>",
            ((label, _lines(lines)) for label, lines in words.items() if lines),
        )


def _lines(lines: list[str]) -> SafeString:
    return format_html_join("", "{}<br>", ((line,) for line in lines))


class SourceAdmin(SharedAdmin):
    """Where facts come from; one that is cited is not deleted."""

    list_display = ("text", "type", "url", "accessed")
    list_filter = ("type",)
    search_fields = ("text", "url")
    fields = ("type", "text", "url", "accessed")

    def has_delete_permission(self, request: HttpRequest, obj: Source | None = None) -> bool:
        """Only a source that no working copy cites."""
        if obj is not None and any(kind.working_copy._default_manager.filter(sources=obj).exists() for kind in kinds):
            return False
        return super().has_delete_permission(request, obj)

    def get_actions(self, request: HttpRequest) -> Any:
        """Offer no deletion of many rows: some may be cited."""
        return {}
