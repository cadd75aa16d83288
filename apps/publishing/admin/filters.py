"""Filters of the lists of working copies."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from apps.publishing.admin.states import CONDITIONS, State

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
