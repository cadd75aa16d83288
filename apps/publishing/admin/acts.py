"""The acts that readers notice: publish, withdraw, restore. Each asks first and is done by POST alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.core.exceptions import ValidationError as FormError
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from apps.core.models import User
from apps.publishing.admin.problems import Checked, check
from apps.publishing.admin.states import live_publication_of, publications_of, scheduled_publications_of
from apps.publishing.admin.viewing import compared
from apps.publishing.forms import PublishForm, RestoreForm, WithdrawForm
from apps.publishing.kinds import kinds
from apps.publishing.models import Publication, WorkingCopy
from apps.publishing.phrases import phrases_in_use
from apps.publishing.references import documents_that_refer_to
from apps.publishing.services import NothingChanged, publish, read_document, restore, withdraw
from apps.publishing.wording import BANNED, Finding, find_phrases, texts_in

if TYPE_CHECKING:
    from apps.publishing.admin.base import PublishableAdmin


def publish_view(admin: PublishableAdmin, request: HttpRequest, object_id: int) -> HttpResponse:
    """Show what would change for readers; publish when it is confirmed."""
    working_copy = admin.publishable_or_404(request, object_id)
    checked = check(working_copy, admin.places)
    form = PublishForm(request.POST or None, author=editor(request))
    if form.is_valid() and checked.document and not checked.problems:
        publication = _publish(form, checked, editor(request))
        if publication:
            return admin.said(request, working_copy, _said_of(publication))
    live = live_publication_of(working_copy)
    context = admin.act_context(
        request,
        working_copy,
        _("Publish"),
        form=form,
        checked=checked,
        findings=_findings(checked),
        scheduled=scheduled_publications_of(working_copy),
        **(compared(working_copy, live, None) if live else {"fields": None}),
    )
    return render(request, "publishing/admin/publish.html", context)


def _findings(checked: Checked) -> dict[str, list[Finding]]:
    """Return the phrases of the document that are not used, and those to be said with care."""
    if checked.document is None:
        return {}
    found = find_phrases(texts_in(checked.document.to_json()), phrases_in_use(checked.document.language))
    banned = [one for one in found if one.level == BANNED]
    return {"banned": banned, "careful": [one for one in found if one not in banned]}


def _publish(form: PublishForm, checked: Checked, author: User) -> Publication | None:
    """Publish, or say on the form why not."""
    document, reviewer = checked.document, form.cleaned_data["editorial_reviewer"]
    if document is None or form.cleaned_data["digest"] != document.digest:
        form.add_error(None, _("This was changed since you opened this page. Read it again, then publish."))
        return None
    try:
        return publish(
            document=document,
            note=form.cleaned_data["note"],
            author=author,
            editorial_reviewer=str(reviewer) if reviewer else "",
            live_from=form.cleaned_data["live_from"],
        )
    except NothingChanged:
        form.add_error(None, _("Nothing was published: readers see exactly this already."))
    except FormError as error:
        form.add_error(None, error.messages)
    return None


def _said_of(publication: Publication) -> str:
    values = {"version": publication.version, "moment": date_format(publication.live_from, "DATETIME_FORMAT")}
    if publication.live_from > publication.created_at:
        return _("Version %(version)s is scheduled for %(moment)s UTC.") % values
    return _("Version %(version)s is live.") % values


def withdraw_view(admin: PublishableAdmin, request: HttpRequest, object_id: int) -> HttpResponse:
    """Show which pages refer to this one; withdraw it when that is confirmed."""
    working_copy = admin.publishable_or_404(request, object_id)
    live = live_publication_of(working_copy)
    form = WithdrawForm(request.POST or None)
    if live and form.is_valid():
        try:
            withdraw(publication=live, reason=form.cleaned_data["note"], author=editor(request))
        except FormError as error:
            form.add_error(None, error.messages)
        else:
            return admin.said(request, working_copy, _("Withdrawn. Readers see the reason at its address."))
    context = admin.act_context(
        request,
        working_copy,
        _("Withdraw"),
        form=form,
        live=live,
        scheduled=scheduled_publications_of(working_copy),
        referring=[
            (kinds[document.kind].working_copy._meta.verbose_name, document)
            for document in documents_that_refer_to(
                kind=working_copy.kind, slug=live.slug if live else "", language=working_copy.language
            )
        ],
    )
    return render(request, "publishing/admin/withdraw.html", context)


def restore_view(admin: PublishableAdmin, request: HttpRequest, object_id: int, publication_id: int) -> HttpResponse:
    """Show an old publication beside the working copy; bring it back when that is confirmed."""
    working_copy = admin.viewable_or_404(request, object_id)
    may_change = admin.has_change_permission(request, working_copy)
    if not may_change and not admin.has_publish_permission(request):
        raise PermissionDenied
    publication = get_object_or_404(publications_of(working_copy), pk=publication_id)
    form = RestoreForm(request.POST or None)
    if form.is_valid():
        to_readers = form.cleaned_data["where"] == RestoreForm.READERS
        if not (admin.has_publish_permission(request) if to_readers else may_change):
            raise PermissionDenied
        done = _to_readers(form, publication, editor(request)) if to_readers else _back(form, working_copy, publication)
        if done:
            admin.log_change(request, working_copy, done)
            return admin.said(request, working_copy, done)
    context = admin.act_context(
        request,
        working_copy,
        _("Restore version %(version)s") % {"version": publication.version},
        form=form,
        publication=publication,
        **compared(working_copy, None, publication),
    )
    return render(request, "publishing/admin/restore.html", context)


def _to_readers(form: RestoreForm, publication: Publication, author: User) -> str:
    """Publish an old version again; returns what to say, or nothing and says on the form why not."""
    try:
        new = restore(publication=publication, note=form.cleaned_data["note"], author=author)
    except NothingChanged:
        form.add_error(None, _("Nothing was published: readers see exactly this already."))
    except FormError as error:
        form.add_error(None, error.messages)
    else:
        values = {"old": publication.version, "new": new.version}
        return _("Version %(old)s is live again, as version %(new)s.") % values
    return ""


def _back(form: RestoreForm, working_copy: WorkingCopy, publication: Publication) -> str:
    """Take an old version into the working copy; returns what to say, or nothing."""
    try:
        with transaction.atomic():
            working_copy.save_document(read_document(publication))
    except IntegrityError:
        form.add_error(None, _("Another working copy has the address of this version now. Change that one first."))
        return ""
    return _("Version %(old)s is in the working copy now.") % {"old": publication.version}


def editor(request: HttpRequest) -> User:
    """Return who is signed in."""
    assert isinstance(request.user, User)  # noqa: S101 (the admin lets nobody else in)
    return request.user
