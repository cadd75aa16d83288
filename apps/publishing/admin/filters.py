"""Filters of the lists of working copies."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from apps.core.models import User
from apps.publishing.admin.states import CONDITIONS, State
from apps.publishing.kinds import kinds
from apps.publishing.models import Missing, Stage
from apps.publishing.readability import HIGHEST_GRADE
from apps.publishing.workflow.queries import is_own_row

SOON = timedelta(days=60)
"""A review that is due within this time is shown as due soon."""


class StateFilter(admin.SimpleListFilter):
    """By state of publication."""

    title = _("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Any:
        """Offer every state."""
        return State.choices

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Keep the rows of the chosen state; an unknown one keeps all."""
        state = self.value()
        return queryset.filter(CONDITIONS[State(state)]) if state in State.values else queryset


class ReviewFilter(admin.SimpleListFilter):
    """By when the next review is due."""

    title = _("review")
    parameter_name = "review"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Any:
        """Offer overdue and due soon."""
        return [("overdue", _("Overdue")), ("soon", _("Due within 60 days"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Keep the rows whose review is overdue, or due soon."""
        today = timezone.localdate()
        if self.value() == "overdue":
            return queryset.filter(review_due__lt=today)
        if self.value() == "soon":
            return queryset.filter(review_due__range=(today, today + SOON))
        return queryset


class StageFilter(admin.SimpleListFilter):
    """By how far the working copy has come."""

    title = _("stage")
    parameter_name = "stage"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Any:
        """Offer every stage."""
        return Stage.choices

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Keep the rows of the chosen stage; an unknown one keeps all."""
        stage = self.value()
        return queryset.filter(work_stage=stage) if stage in Stage.values else queryset


class MissingFilter(admin.SimpleListFilter):
    """By what keeps the working copy from being published."""

    title = _("missing")
    parameter_name = "missing"

    REFERENCES = "references"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Any:
        """Offer everything that can be missing."""
        return [*Missing.choices, (self.REFERENCES, _("a page that it names"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Keep the rows that lack the chosen thing; an unknown one keeps all."""
        code = self.value()
        if code == self.REFERENCES:
            return queryset.filter(names_nowhere=True)
        return queryset.filter(missing_codes__contains=code) if code in Missing.values else queryset


class OwnFilter(admin.SimpleListFilter):
    """By who submitted it."""

    title = _("submitted by")
    parameter_name = "by"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Any:
        """Offer oneself and everybody else."""
        return [("me", _("Me")), ("others", _("Others, and I wrote no part of it"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Keep one's own submissions, or those that one may review."""
        user = request.user
        assert isinstance(user, User)  # noqa: S101 (the admin lets nobody else in)
        if self.value() == "me":
            return queryset.filter(submitted_by=user)
        return queryset.exclude(is_own_row(user)) if self.value() == "others" else queryset


class ReadingFilter(admin.SimpleListFilter):
    """By how hard it reads."""

    title = _("readability")
    parameter_name = "reading"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Any:
        """Offer what is above the line."""
        return [("hard", _("Above grade %(line)s") % {"line": HIGHEST_GRADE})]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Keep what reads harder than it should."""
        return queryset.filter(grade__gt=HIGHEST_GRADE) if self.value() == "hard" else queryset


class FigureFilter(admin.SimpleListFilter):
    """By whether there is a figure where one could be."""

    title = _("figure")
    parameter_name = "figure"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Any:
        """Offer pages without."""
        return [("none", _("Without a figure"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Keep what lacks a figure."""
        return queryset.filter(has_figure=False) if self.value() == "none" else queryset


class KindFilter(admin.SimpleListFilter):
    """By kind, with its name rather than its code."""

    title = _("kind")
    parameter_name = "kind"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Any:
        """Offer every kind."""
        return [(kind.name, kind.working_copy._meta.verbose_name) for kind in kinds]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Keep the rows of the kind."""
        return queryset.filter(kind=self.value()) if self.value() in kinds else queryset
