"""The rows inside a working copy's form, whose texts are checked as its own are."""

from __future__ import annotations

from apps.publishing.admin import typed
from apps.publishing.forms import CheckedForm


class StackedInline(typed.StackedInline):
    """Rows below each other."""

    form = CheckedForm


class TabularInline(typed.TabularInline):
    """Rows as lines of a table."""

    form = CheckedForm
