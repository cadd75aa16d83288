"""Export and import on the lists of working copies; both are for those who may write the kind."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from apps.core.models import User
from apps.publishing.admin.acts import editor
from apps.publishing.exchange import waiting
from apps.publishing.exchange.files import AT_A_TIME, export_parts, read_rows
from apps.publishing.exchange.forms import ImportForm
from apps.publishing.exchange.report import ImportReport, State
from apps.publishing.exchange.services import run_import
from apps.publishing.models import WorkingCopy

if TYPE_CHECKING:
    from apps.publishing.admin.base import PublishableAdmin


class EditorsRights:
    """What the admin lets an editor do, kind by kind."""

    def __init__(self, request: HttpRequest) -> None:
        self._request = request

    def may_add(self, model: type[WorkingCopy]) -> bool:
        """As the admin's page for adding."""
        return admin.site.get_model_admin(model).has_add_permission(self._request)

    def may_change(self, working_copy: WorkingCopy) -> bool:
        """As the admin's page for changing."""
        model_admin = admin.site.get_model_admin(type(working_copy))
        return bool(model_admin.has_change_permission(self._request, working_copy))

    def may_add_sources(self) -> bool:
        """As the admin's page for sources."""
        user = self._request.user
        return isinstance(user, User) and user.has_perm("publishing.add_source")


def urls(model_admin: PublishableAdmin) -> list[URLPattern]:
    """Return the addresses of both pages."""
    wrap = model_admin.admin_site.admin_view
    return [
        path("export/", wrap(partial(export_view, model_admin)), name=_name(model_admin, "export")),
        path("import/", wrap(partial(import_view, model_admin)), name=_name(model_admin, "import")),
    ]


def list_actions(model_admin: PublishableAdmin, request: HttpRequest) -> dict[str, Any]:
    """Return the acts on chosen rows."""
    if not model_admin.has_change_permission(request):
        return {}
    return {"export_chosen": (export_chosen, "export_chosen", _("Export chosen"))}


def list_context(model_admin: PublishableAdmin, request: HttpRequest) -> dict[str, Any]:
    """Return the addresses that the list offers."""
    if not model_admin.has_change_permission(request):
        return {}
    return {name: reverse(f"admin:{_name(model_admin, act)}") for act, name in _LINKS.items()}


_LINKS = {"export": "export_url", "import": "import_url"}


def export_chosen(model_admin: PublishableAdmin, _request: HttpRequest, rows: QuerySet[Any]) -> HttpResponseBase:
    """Answer with working copies as a file, sent as they are read, however many there are."""
    name = f"{model_admin.opts.model_name}-{timezone.localdate()}.json"
    # Each with its sources in the same question; what else a kind needs, it asks for itself.
    copies = rows.prefetch_related("sources").iterator(chunk_size=AT_A_TIME)
    response = StreamingHttpResponse(export_parts(copies), content_type="application/json")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def export_view(model_admin: PublishableAdmin, request: HttpRequest) -> HttpResponseBase:
    """Answer with every working copy of the kind."""
    if not model_admin.has_change_permission(request):
        raise PermissionDenied
    return require_safe(partial(_export_all, model_admin))(request)


def _export_all(model_admin: PublishableAdmin, request: HttpRequest) -> HttpResponseBase:
    rows = model_admin.model._default_manager.order_by("language", "slug")
    return export_chosen(model_admin, request, rows)


def import_view(model_admin: PublishableAdmin, request: HttpRequest) -> HttpResponse:
    """Take a file, show what it would do, and do it when that is confirmed."""
    if not model_admin.has_change_permission(request):
        raise PermissionDenied
    if "token" in request.POST:
        return _confirm(model_admin, request)
    form = ImportForm(request.POST or None, request.FILES or None)
    if request.method != "POST" or not form.is_valid():
        return _page(model_admin, request, form)
    report = run_import(rows=form.rows, rights=EditorsRights(request), language=form.cleaned_data["language"])
    if not report.is_right or not report.does_something:
        return _page(model_admin, request, form, report)
    token = waiting.keep(editor(request), form.data_read, form.cleaned_data["language"])
    return _page(model_admin, request, form, report, token)


def _confirm(model_admin: PublishableAdmin, request: HttpRequest) -> HttpResponse:
    """Import what the dry run has shown; where something has come between, show that."""
    token = request.POST["token"]
    found = waiting.fetch(editor(request), token)
    if found is None:
        message = _("Nothing was imported: the file was kept for an hour and is gone. Choose it again.")
        model_admin.message_user(request, message, messages.ERROR)
        return HttpResponseRedirect(request.path)
    data, language = found
    report = run_import(
        rows=read_rows(data), rights=EditorsRights(request), language=language, commit=True, log=partial(_log, request)
    )
    if not report.is_right:
        return _page(model_admin, request, ImportForm(), report)
    waiting.forget(editor(request), token)
    count = report.count(State.NEW) + report.count(State.CHANGED)
    said = ngettext("%(count)s working copy was imported.", "%(count)s working copies were imported.", count)
    model_admin.message_user(request, said % {"count": count}, messages.SUCCESS)
    return _to_list(model_admin)


def _page(
    model_admin: PublishableAdmin,
    request: HttpRequest,
    form: ImportForm,
    report: ImportReport | None = None,
    token: str = "",
) -> HttpResponse:
    context = {
        **model_admin.admin_site.each_context(request),
        "title": _("Import"),
        "opts": model_admin.opts,
        "form": form,
        "report": report,
        "token": token,
    }
    return render(request, "publishing/admin/import.html", context)


def _log(request: HttpRequest, working_copy: WorkingCopy, is_new: bool) -> None:
    model_admin = admin.site.get_model_admin(type(working_copy))
    log = model_admin.log_addition if is_new else model_admin.log_change
    log(request, working_copy, _("Imported from a file."))


def _to_list(model_admin: PublishableAdmin) -> HttpResponse:
    return HttpResponseRedirect(reverse(f"admin:{_name(model_admin, 'changelist')}"))


def _name(model_admin: PublishableAdmin, act: str) -> str:
    return f"{model_admin.opts.app_label}_{model_admin.opts.model_name}_{act}"
