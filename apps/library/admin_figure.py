"""The pose editor: a page beside the change form on which the figure of a working copy is drawn."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse, QueryDict
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.figures.controls import Board
from apps.figures.editing import Edited, drawings, edited_from, edited_of
from apps.figures.figure import Figure
from apps.figures.renderer import render_figure
from apps.library.figure_shelf import pose_choices
from apps.library.pose_acts import act_on
from apps.library.services import save_figure
from apps.publishing.admin import PublishableAdmin
from apps.publishing.catalogue import catalogue
from apps.publishing.figure_difference import figure_pairs, read_figure_of
from apps.publishing.models import WorkingCopy

FIGURE_FIELDSET = (gettext_lazy("Figure"), {"fields": ("drawing",)})
FIGURE_TO_SEE = (gettext_lazy("Figure"), {"fields": ("kept_figure",)})
"""For those who may not change the page."""


class FigureEditorAdmin(PublishableAdmin):
    """Adds the pose editor to a kind of working copy with a `figure`."""

    readonly_fields: ClassVar[Any] = ("drawing", "kept_figure")

    class Media:
        css: ClassVar[Any] = {"all": ("css/figures.css", "css/editors-figure.css")}

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Lead to the editor only those who may use it."""
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None or self.has_change_permission(request, obj):
            return fieldsets
        return tuple(FIGURE_TO_SEE if one is FIGURE_FIELDSET else one for one in fieldsets)

    @admin.display(description=gettext_lazy("figure"))
    def drawing(self, row: Any) -> str:
        """Show the figure as it is kept, and lead to the editor."""
        if not row.pk:
            return _("Save first, then draw the figure.")
        way = format_html('<p><a href="{}">{}</a></p>', self.act_url("figure", row), _("Edit the figure"))
        return format_html('<div class="figure-kept">{}{}</div>', _picture(row), way)

    @admin.display(description=gettext_lazy("figure"))
    def kept_figure(self, row: Any) -> str:
        """Show the figure as it is kept."""
        return format_html('<div class="figure-kept">{}</div>', _picture(row))

    def get_urls(self) -> list[URLPattern]:
        """Add the editor and its drawings."""
        views = {"figure": self.figure_view, "figure_draw": self.draw_view}
        own = [
            path(
                f"<int:object_id>/{name.replace('_', '/')}/",
                self.admin_site.admin_view(view),
                name=self._url_name(name),
            )
            for name, view in views.items()
        ]
        return [*own, *super().get_urls()]

    def figure_view(self, request: HttpRequest, object_id: int) -> HttpResponse:
        """Show the editor; "save" keeps the figure, every other button only draws."""
        working_copy: Any = self._changeable_or_404(request, object_id)
        act = request.POST.get("act", "")
        edited = self._edited(working_copy, request.POST, act)
        other = ""
        if act == "save" and not edited.errors and edited.figure:
            seen = {request.POST.get("version", ""), request.POST.get("replace_version", "")}
            other = save_figure(working_copy=working_copy, figure=edited.figure, seen=seen)
            if not other:
                self.log_change(request, working_copy, [{"changed": {"fields": [_("figure")]}}])
                self.message_user(request, _("The figure is saved."), messages.SUCCESS)
                return HttpResponseRedirect(self.act_url("figure", working_copy))
        return self._page(request, working_copy, edited, other)

    def draw_view(self, request: HttpRequest, object_id: int) -> HttpResponse:
        """Return the drawings and the messages for what was typed, without keeping anything."""
        self._changeable_or_404(request, object_id)
        edited = edited_from(_pairs(request.POST))
        drawn = drawings(edited.figure) if edited.figure else {}
        return JsonResponse({"drawings": drawn, "errors": edited.errors, "hints": edited.hints})

    def _edited(self, working_copy: Any, posted: QueryDict, act: str) -> Edited:
        if not act:
            return edited_of(working_copy.figure)
        edited = edited_from(_pairs(posted))
        return act_on(edited, act, posted, catalogue())

    def _page(self, request: HttpRequest, working_copy: Any, edited: Edited, other: str) -> HttpResponse:
        board = Board(edited.raw, edited.errors, edited.hints)
        drawn = drawings(edited.figure) if edited.figure else {}
        sections = board.sections()
        shown = {control.name for control in board.all_controls()}
        context = self.act_context(
            request,
            working_copy,
            _("Figure"),
            board=board,
            sections=[(section, drawn.get(section.place, "")) for section in sections],
            sources=pose_choices(catalogue()),
            loose_errors=[message for name, found in edited.errors.items() if name not in shown for message in found],
            wrong=bool(edited.errors) and request.method == "POST",
            draw_url=self.act_url("figure_draw", working_copy),
            version=request.POST.get("version") or working_copy.updated_at.isoformat(),
            other=other,
            both=figure_pairs(read_figure_of({"figure": working_copy.figure}), edited.figure) if other else [],
        )
        return TemplateResponse(request, "figures/editor/page.html", context)

    def _changeable_or_404(self, request: HttpRequest, object_id: int) -> WorkingCopy:
        working_copy = self.viewable_or_404(request, object_id)
        if not self.has_change_permission(request, working_copy):
            raise PermissionDenied
        return working_copy


def _picture(row: Any) -> str:
    return render_figure(Figure.model_validate(row.figure)) if row.figure else _("There is none yet.")


def _pairs(posted: QueryDict) -> list[tuple[str, str]]:
    return [(name, str(value)) for name, values in posted.lists() for value in values]
