"""The admin of what all pages share: phrases, redirects, sources, pictures."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse

from apps.publishing.admin.acts import editor
from apps.publishing.admin.conflict import other_version
from apps.publishing.admin.saved import note_saved
from apps.publishing.admin.typed import ModelAdmin
from apps.publishing.forms import GuardedForm
from apps.publishing.models import LoggedAct
from apps.publishing.workflow.services import log_row

Act = LoggedAct.Act


class SharedAdmin(ModelAdmin):
    """Edits rows one editor at a time, keeps what is typed on the device, and notes every act in the log."""

    form: Any = GuardedForm
    change_form_template = "publishing/admin/shared_form.html"

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Show the other editor's version where a save was stopped."""
        form = context["adminform"].form
        context["other"] = other_version(form, []) if form.is_bound else None
        return super().render_change_form(request, context, *args, **kwargs)

    def response_add(self, request: HttpRequest, obj: Any, post_url_continue: Any = None) -> HttpResponse:
        """Let the draft go."""
        note_saved(request, f"{self.opts.label_lower}:new")
        return super().response_add(request, obj, post_url_continue)

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        """Let the draft go."""
        note_saved(request, f"{self.opts.label_lower}:{obj.pk}")
        return super().response_change(request, obj)

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """Note it in the log that nobody changes, too."""
        log_row(obj, Act.ROW_ADDED, editor(request))
        return super().log_addition(request, obj, message)

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """Note what was changed; a save that changed nothing is no act."""
        entry = super().log_change(request, obj, message)
        if message:
            log_row(obj, Act.ROW_CHANGED, editor(request), entry.get_change_message())
        return entry

    def log_deletions(self, request: HttpRequest, queryset: Any) -> Any:
        """Note it in the log that nobody changes, too."""
        for obj in queryset:
            log_row(obj, Act.ROW_DELETED, editor(request))
        return super().log_deletions(request, queryset)
