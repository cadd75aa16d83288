"""Redirects in the editors' room."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language_from_path
from django.utils.translation import gettext_lazy as _

from apps.publishing.admin.shared import SharedAdmin
from apps.publishing.queries import left_behind
from apps.publishing.redirects import Redirect, live_addresses

SHOWN = 200


class RedirectAdmin(SharedAdmin):
    """Old addresses: those added by hand, and in a second list those that lead on by themselves."""

    search_fields = ("old", "new")
    show_full_result_count = False
    fields = ("old", "new")
    view_on_site = False
    change_list_template = "publishing/admin/redirects.html"
    list_per_page = 50

    def get_list_display(self, request: HttpRequest) -> Any:
        """Add whether each leads to a page, with the pages looked up once for the whole list."""
        addresses = cache(lambda language: live_addresses(f"/{language}/" if language else "/"))

        @admin.display(description=_("there is a page there"), boolean=True)
        def works(row: Redirect) -> bool:
            path = row.new.split("#")[0]
            return path in addresses(get_language_from_path(path))

        return ("old", "new", works, "created_at")

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """Add what changed addresses have left behind."""
        found = [] if request.GET else list(left_behind())[:SHOWN]
        return super().changelist_view(request, {**(extra_context or {}), "left_behind": found})
