"""The admin of working copies: content apps inherit it, name their fieldsets, and have every act."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, ClassVar

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.publishing.admin import acts, exchange, reviewing, viewing
from apps.publishing.admin.conflict import other_version
from apps.publishing.admin.explained import explained
from apps.publishing.admin.filters import SOON, MissingFilter, ReviewFilter, StageFilter, StateFilter
from apps.publishing.admin.formset import RowsFormSet
from apps.publishing.admin.problems import check
from apps.publishing.admin.saved import note_saved
from apps.publishing.admin.states import (
    live_publication_of,
    missing_words,
    publications_of,
    scheduled_publications_of,
    stage_words,
    state_words,
    with_standing,
    with_state,
)
from apps.publishing.admin.typed import ModelAdmin
from apps.publishing.admin.writing import help_with_form, writing_view
from apps.publishing.forms import WorkingCopyForm
from apps.publishing.kinds import kinds
from apps.publishing.models import LoggedAct, Stage, Standing, WorkingCopy
from apps.publishing.workflow.appraisal import appraise
from apps.publishing.workflow.queries import acts_on, is_own_work, standing_of
from apps.publishing.workflow.services import log

SAID_ON_THE_FORM = 5
View = Callable[["PublishableAdmin", HttpRequest, int], HttpResponse]
ViewOfOne = Callable[["PublishableAdmin", HttpRequest, int, int], HttpResponse]

VIEWS: dict[str, View] = {
    "submit": reviewing.submit_view,
    "review": reviewing.review_view,
    "comment": reviewing.comment_view,
    "publish": acts.publish_view,
    "withdraw": acts.withdraw_view,
    "compare": viewing.compare_view,
    "look": viewing.look_view,
}
VIEWS_OF_A_PUBLICATION: dict[str, ViewOfOne] = {"restore": acts.restore_view, "cancel": acts.cancel_view}


class PublishableAdmin(ModelAdmin):
    """Edits a working copy and publishes it.

    A content app sets `content_fieldsets`, and `places` where a field of the document has another name in
    the form.
    """

    content_fieldsets: ClassVar[tuple[Any, ...]] = ()
    field_help: ClassVar[Mapping[str, Any]] = {}
    """What a field means, where its model does not say so; by name, in the form and in its rows."""
    places: ClassVar[Mapping[str, str]] = {}

    form = WorkingCopyForm
    change_form_template = "publishing/admin/change_form.html"
    change_list_template = "publishing/admin/change_list.html"
    list_display: Any = ("title", "state", "stage", "missing", "review", "updated_at")
    list_filter: ClassVar[Any] = (StateFilter, StageFilter, MissingFilter, ReviewFilter, "language")
    search_fields = ("title", "slug", "summary")
    autocomplete_fields: ClassVar[Any] = ("sources",)
    show_full_result_count = False
    view_on_site = False

    class Media:
        js = ("js/editors/search-fields.js",)

    # The list and the form

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Add what state, stage and what is missing are told from."""
        return with_standing(with_state(super().get_queryset(request)), self.model.kind)

    @staticmethod
    @admin.display(description=gettext_lazy("state"))
    def state(row: Any) -> str:
        """Say the state in words."""
        return state_words(row)

    @staticmethod
    @admin.display(description=gettext_lazy("stage"))
    def stage(row: Any) -> str:
        """Say how far the working copy has come."""
        return stage_words(row)

    @staticmethod
    @admin.display(description=gettext_lazy("missing"))
    def missing(row: Any) -> str:
        """Say what keeps it from being published."""
        return missing_words(row)

    @staticmethod
    @admin.display(description=gettext_lazy("review due"), ordering="review_due")
    def review(row: WorkingCopy) -> str:
        """Say when the next review is due, and whether that is over or near."""
        today = timezone.localdate()
        if row.review_due < today:
            return format_html("{} <strong>{}</strong>", row.review_due, _("overdue"))
        if row.review_due <= today + SOON:
            return format_html("{} {}", row.review_due, _("due soon"))
        return str(row.review_due)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Put the content's own fields between what every page has."""
        return (
            (None, {"fields": ("title", "slug", "language", "summary")}),
            *self.content_fieldsets,
            (_("Sources and review"), {"fields": ("sources", "reviewed_on", "review_due")}),
        )

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Offer no button that empties a whole list: it would stand among the entries, and one slip is a lot."""
        field = super().formfield_for_manytomany(db_field, request, **kwargs)
        if field:
            field.widget.is_required = True
        return field

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """Explain the fields that `field_help` names."""
        return explained(super().get_form(request, obj, change=change, **kwargs), self.field_help)

    def get_inline_instances(self, request: HttpRequest, obj: Any = None) -> Any:
        """Let rows keep what was typed into those that have gone meanwhile."""
        inlines = super().get_inline_instances(request, obj)
        for inline in inlines:
            inline.formset = RowsFormSet
        return inlines

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Offer an address for a new title; that of an old page stays."""
        return {} if obj else {"slug": ("title",)}

    def get_actions(self, request: HttpRequest) -> Any:
        """Offer only the export of many rows: each page is published, withdrawn or deleted by itself."""
        return exchange.list_actions(self, request)

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """Offer the export of all and the import to those who may write."""
        return super().changelist_view(request, {**(extra_context or {}), **exchange.list_context(self, request)})

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Show the state, what keeps it from being published, and the other editor's version."""
        working_copy: WorkingCopy | None = context.get("original")
        form = context["adminform"].form
        formsets = [wrapped.formset for wrapped in context["inline_admin_formsets"]]
        wording_url = reverse(f"admin:{self._url_name('wording')}")
        context["writing"] = {**help_with_form(form, formsets), "address": wording_url}
        context["may_save_and_submit"] = self.may(request, "submit") and (
            working_copy is None or self.has_change_permission(request, working_copy)
        )
        if working_copy:
            context["acts"] = self.acts_context(request, working_copy)
            context["other"] = other_version(form, formsets) if form.is_bound else None
            if not form.is_bound:
                context["problems"] = check(working_copy, self.places).problems
                context["said_before"] = acts_on(working_copy).exclude(words="")[:SAID_ON_THE_FORM]
        return super().render_change_form(request, context, *args, **kwargs)

    # Saving

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Save only what was changed, so that "changed since publication" means it."""
        if not change or form.changed_data:
            super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Save rows; a change in one of them is a change of the whole."""
        super().save_related(request, form, formsets, change)
        in_rows = any(formset.has_changed() for formset in formsets)
        if change and not form.changed_data and in_rows:
            form.instance.save(update_fields=["updated_at"])
        if not change or form.changed_data or in_rows:
            appraise(form.instance)

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """Note it in the log that nobody changes, too."""
        log(obj, LoggedAct.Act.ADDED, acts.editor(request))
        return super().log_addition(request, obj, message)

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """Note what was changed in the log that nobody changes, too; a save that changed nothing is no act."""
        entry = super().log_change(request, obj, message)
        if message:
            log(obj, LoggedAct.Act.EDITED, acts.editor(request), entry.get_change_message())
        return entry

    def log_deletions(self, request: HttpRequest, queryset: Any) -> Any:
        """Note it in the log that nobody changes, too."""
        for obj in queryset:
            log(obj, LoggedAct.Act.DELETED, acts.editor(request))
        return super().log_deletions(request, queryset)

    def response_add(self, request: HttpRequest, obj: Any, post_url_continue: Any = None) -> HttpResponse:
        """Go on to the act whose button was pressed."""
        note_saved(request, f"{self.opts.label_lower}:new")
        return self._go_on(request, obj) or super().response_add(request, obj, post_url_continue)

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        """Go on to the act whose button was pressed."""
        note_saved(request, f"{self.opts.label_lower}:{obj.pk}")
        return self._go_on(request, obj) or super().response_change(request, obj)

    def _go_on(self, request: HttpRequest, obj: WorkingCopy) -> HttpResponse | None:
        for act in ("look", "submit", "publish"):
            if f"_{act}" in request.POST:
                return HttpResponseRedirect(self.act_url(act, obj))
        return None

    # Who may do what

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Only what was never published is deleted; the rest is withdrawn."""
        if obj is not None and publications_of(obj).exists():
            return False
        return super().has_delete_permission(request, obj)

    def may(self, request: HttpRequest, act: str) -> bool:
        """Whether the editor has the right to an act: submit, comment, review, publish, schedule, withdraw, restore."""
        return bool(getattr(request.user, "has_perm", None)) and request.user.has_perm(f"publishing.{act}_document")

    def viewable_or_404(self, request: HttpRequest, object_id: int) -> WorkingCopy:
        """Return a working copy that the editor may look at."""
        working_copy: WorkingCopy | None = self.get_queryset(request).filter(pk=object_id).first()
        if not self.has_view_permission(request, working_copy):
            raise PermissionDenied
        if working_copy is None:
            raise Http404
        return working_copy

    def allowed_or_404(self, request: HttpRequest, object_id: int, act: str) -> WorkingCopy:
        """Return a working copy on which the editor may act."""
        working_copy = self.viewable_or_404(request, object_id)
        if not self.may(request, act):
            raise PermissionDenied
        return working_copy

    # The acts

    def get_urls(self) -> list[URLPattern]:
        """Add an address for each act."""
        own = [
            path(
                f"<int:object_id>/{act}/",
                self.admin_site.admin_view(partial(view, self)),
                name=self._url_name(act),
            )
            for act, view in VIEWS.items()
        ]
        of_a_publication = [
            path(
                f"<int:object_id>/{act}/<int:publication_id>/",
                self.admin_site.admin_view(partial(view_of_one, self)),
                name=self._url_name(act),
            )
            for act, view_of_one in VIEWS_OF_A_PUBLICATION.items()
        ]
        wording = path(
            "wording/", self.admin_site.admin_view(partial(writing_view, self)), name=self._url_name("wording")
        )
        return [*own, *of_a_publication, wording, *exchange.urls(self), *super().get_urls()]

    def history_view(
        self,
        request: HttpRequest,
        object_id: str,
        extra_context: Any = None,
    ) -> HttpResponse:
        """Show publications as well as edits."""
        return viewing.history_view(self, request, int(object_id) if object_id.isdecimal() else 0)

    def _url_name(self, act: str) -> str:
        return f"{self.opts.app_label}_{self.opts.model_name}_{act}"

    def act_url(self, act: str, working_copy: WorkingCopy, *more: int) -> str:
        """Return the address of an act (`change`, `history` and those of `VIEWS`) on a working copy."""
        return reverse(f"admin:{self._url_name(act)}", args=[working_copy.pk, *more])

    def acts_context(self, request: HttpRequest, working_copy: WorkingCopy) -> dict[str, Any]:
        """Return what the buttons and the lines of state need."""
        kind = kinds[working_copy.kind]
        live = live_publication_of(working_copy)
        scheduled = scheduled_publications_of(working_copy)
        standing = standing_of(working_copy)
        return {
            "urls": {act: self.act_url(act, working_copy) for act in ("change", "history", *VIEWS)},
            "state": state_words(working_copy),
            "live": live,
            "live_url": kind.address(live.slug) if live and kind.address else "",
            "standing": standing,
            "scheduled": [(one, self.act_url("cancel", working_copy, one.pk)) for one in scheduled],
            **self._rights(request, working_copy, standing),
        }

    def _rights(self, request: HttpRequest, working_copy: WorkingCopy, standing: Standing | None) -> dict[str, bool]:
        """Return which buttons this editor gets on this page as it stands."""
        stage = standing.stage if standing else Stage.DRAFT
        waits, may_change = stage == Stage.SUBMITTED, self.has_change_permission(request, working_copy)
        own = waits and is_own_work(working_copy, acts.editor(request))
        return {
            "may_submit": may_change and self.may(request, "submit") and stage in {Stage.DRAFT, Stage.SENT_BACK},
            "may_comment": self.may(request, "comment"),
            "may_review": waits and self.may(request, "review") and not own,
            "may_publish": self.may(request, "publish"),
            "may_schedule": self.may(request, "schedule"),
            "may_withdraw": self.may(request, "withdraw") and not kinds[working_copy.kind].essential,
            "may_restore": may_change or self.may(request, "restore"),
        }

    def act_context(self, request: HttpRequest, working_copy: WorkingCopy, title: str, **more: Any) -> Any:
        """Return the context of an act's page."""
        return {
            **self.admin_site.each_context(request),
            "title": title,
            "subtitle": str(working_copy),
            "opts": self.opts,
            "original": working_copy,
            "acts": self.acts_context(request, working_copy),
            **more,
        }

    def said(self, request: HttpRequest, working_copy: WorkingCopy, message: str) -> HttpResponse:
        """Say what was done, on the change form; what was written for it need not be kept any more."""
        note_saved(request, request.path)
        self.message_user(request, message, messages.SUCCESS)
        return HttpResponseRedirect(self.act_url("change", working_copy))
