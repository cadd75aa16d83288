"""Pages of every kind in one list, and the log of acts; both are read and never changed here."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import F, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.publishing.admin.filters import (
    FigureFilter,
    KindFilter,
    MissingFilter,
    OwnFilter,
    ReadingFilter,
    ReviewFilter,
    StageFilter,
    StateFilter,
)
from apps.publishing.admin.records import ReadOnlyAdmin
from apps.publishing.admin.states import missing_words, stage_words, state_words, with_state
from apps.publishing.kinds import kinds
from apps.publishing.models import Standing
from apps.publishing.workflow.queries import has_broken_references


def page_address(standing: Standing) -> str:
    """Return the address of the form that changes the working copy."""
    opts = kinds[standing.kind].working_copy._meta
    return reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[standing.page_id])


def kind_name(kind: str) -> str:
    """Return what a kind of page is called."""
    return str(kinds[kind].working_copy._meta.verbose_name) if kind in kinds else kind


def standings() -> QuerySet[Any]:
    """Return the standings with everything that states, stages and filters are told from."""
    rows: QuerySet[Any] = with_state(Standing.objects.filter(kind__in=[kind.name for kind in kinds])).annotate(
        work_stage=F("stage"), missing_codes=F("missing"), names_nowhere=has_broken_references()
    )
    return rows


class StandingAdmin(ReadOnlyAdmin):
    """All pages, whatever their kind."""

    list_display = ("page", "kind_of_page", "state", "stage_in_words", "missing_in_words", "review_due", "reading")
    list_display_links = None
    list_filter: ClassVar[Any] = (
        OwnFilter, StateFilter, StageFilter, MissingFilter, ReviewFilter, ReadingFilter, FigureFilter, KindFilter,
        "language",
    )  # fmt: skip
    search_fields = ("title", "slug")
    show_full_result_count = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Add what the columns are told from."""
        return standings()

    @staticmethod
    @admin.display(description=gettext_lazy("title"), ordering="title")
    def page(row: Standing) -> SafeString:
        """Lead to the form of the working copy."""
        return format_html('<a href="{}">{}</a>', page_address(row), row.title)

    @staticmethod
    @admin.display(description=gettext_lazy("kind"), ordering="kind")
    def kind_of_page(row: Standing) -> str:
        """Name the kind."""
        return kind_name(row.kind)

    @staticmethod
    @admin.display(description=gettext_lazy("state"))
    def state(row: Any) -> str:
        """Say the state in words."""
        return state_words(row)

    @staticmethod
    @admin.display(description=gettext_lazy("stage"), ordering="stage")
    def stage_in_words(row: Any) -> str:
        """Say how far the working copy has come."""
        return stage_words(row)

    @staticmethod
    @admin.display(description=gettext_lazy("missing"))
    def missing_in_words(row: Any) -> str:
        """Say what keeps it from being published."""
        return missing_words(row)

    @staticmethod
    @admin.display(description=gettext_lazy("reading grade"), ordering="grade")
    def reading(row: Standing) -> str:
        """Round the grade."""
        return "" if row.grade is None else _("%(grade).1f") % {"grade": row.grade}


class LoggedActAdmin(ReadOnlyAdmin):
    """Who did what, on all pages."""

    list_display = ("at", "doer", "act", "title", "kind", "words")
    list_display_links = ("at",)
    list_filter: ClassVar[Any] = ("act", KindFilter)
    search_fields = ("title", "doer", "by__email", "by__name", "words")
    show_full_result_count = False
    fields = readonly_fields = ("at", "doer", "act", "title", "kind", "language", "words", "digest")
