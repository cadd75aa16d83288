"""The acts that readers notice: publish, cancel, withdraw, restore. Each asks first and is done by POST alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.exceptions import ValidationError as FormError
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from apps.core.models import User
from apps.publishing.admin.problems import Checked, check, problems_of
from apps.publishing.admin.states import (
    is_unpublished,
    live_publication_of,
    publications_of,
    scheduled_publications_of,
)
from apps.publishing.admin.viewing import compared
from apps.publishing.exchange.files import version_of
from apps.publishing.forms import ActForm, PublishForm, RestoreForm, WithdrawForm
from apps.publishing.forms_review import CancelForm
from apps.publishing.kinds import kinds
from apps.publishing.models import Publication, WorkingCopy
from apps.publishing.phrases import phrases_in_use
from apps.publishing.references import documents_that_refer_to
from apps.publishing.services import NothingChanged
from apps.publishing.wording import BANNED, Finding, find_phrases, texts_in
from apps.publishing.workflow.queries import standing_of
from apps.publishing.workflow.services import (
    approver,
    cancel_schedule,
    publish_page,
    restore_to_readers,
    take_back,
    withdraw_page,
)

if TYPE_CHECKING:
    from apps.publishing.admin.base import PublishableAdmin


def publish_view(admin: PublishableAdmin, request: HttpRequest, object_id: int) -> HttpResponse:
    """Show what would change for readers; publish when it is confirmed."""
    working_copy = admin.allowed_or_404(request, object_id, "publish")
    checked = check(working_copy, admin.places)
    standing = standing_of(working_copy)
    reviewer = approver(standing, checked.document.digest) if checked.document else None
    form = PublishForm(
        request.POST or None,
        clinician=getattr(checked.document, "clinical_reviewer", ""),
        may_schedule=admin.may(request, "schedule"),
    )
    if form.is_valid() and checked.document and not checked.problems:
        publication = _publish(form, working_copy, editor(request), admin.places)
        if publication:
            return admin.said(request, working_copy, _said_of(publication))
    live = live_publication_of(working_copy)
    context = admin.act_context(
        request,
        working_copy,
        _("Publish"),
        form=form,
        checked=checked,
        reviewer=reviewer,
        may_unreviewed=editor(request).has_perm("publishing.publish_unreviewed"),
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


def _publish(
    form: PublishForm, working_copy: WorkingCopy, author: User, places: Mapping[str, str]
) -> Publication | None:
    """Publish, or say on the form why not."""
    try:
        return publish_page(
            working_copy=working_copy,
            digest=form.cleaned_data["digest"],
            note=form.cleaned_data["note"],
            by=author,
            live_from=form.cleaned_data.get("live_from"),
        )
    except NothingChanged:
        form.add_error(None, _("Nothing was published: readers see exactly this already, or will at that time."))
    except FormError as error:
        _refuse(form, error, working_copy, places)
    return None


def _refuse(form: ActForm, error: FormError, working_copy: WorkingCopy, places: Mapping[str, str]) -> None:
    """Say on the form why not, with a link to each field that has to be mended."""
    form.add_error(None, error.messages)
    if hasattr(error, "error_dict"):
        form.problems = problems_of(error, working_copy, places)


def _said_of(publication: Publication) -> str:
    values = {"version": publication.version, "moment": date_format(publication.live_from, "DATETIME_FORMAT")}
    if publication.live_from > publication.created_at:
        return _("Version %(version)s is scheduled for %(moment)s UTC.") % values
    return _("Version %(version)s is live.") % values


def withdraw_view(admin: PublishableAdmin, request: HttpRequest, object_id: int) -> HttpResponse:
    """Show which pages refer to this one; withdraw it when that is confirmed."""
    working_copy = admin.allowed_or_404(request, object_id, "withdraw")
    live = live_publication_of(working_copy)
    form = WithdrawForm(request.POST or None)
    languages = dict(settings.LANGUAGES)
    if live and form.is_valid():
        try:
            withdraw_page(
                working_copy=working_copy, publication=live, reason=form.cleaned_data["note"], by=editor(request)
            )
        except NothingChanged:
            form.add_error(None, _("It was withdrawn already."))
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
            (kinds[one.document.kind].working_copy._meta.verbose_name, one, languages[one.document.language])
            for one in (documents_that_refer_to(live) if live else ())
        ],
    )
    return render(request, "publishing/admin/withdraw.html", context)


def restore_view(admin: PublishableAdmin, request: HttpRequest, object_id: int, publication_id: int) -> HttpResponse:
    """Show an old publication beside the working copy; bring it back when that is confirmed."""
    working_copy = admin.viewable_or_404(request, object_id)
    may_change = admin.has_change_permission(request, working_copy)
    may_restore = admin.may(request, "restore")
    if not may_change and not may_restore:
        raise PermissionDenied
    documents = publications_of(working_copy).exclude(act=Publication.Act.CANCEL)
    publication = get_object_or_404(documents, pk=publication_id)
    form = RestoreForm(request.POST or None)
    form.offer(working_copy=may_change, readers=may_restore)
    if form.is_valid():
        to_readers = form.cleaned_data["where"] == RestoreForm.READERS
        if not (may_restore if to_readers else may_change):
            raise PermissionDenied
        bring = _to_readers if to_readers else _back
        done = bring(form, working_copy, publication, editor(request), admin.places)
        if done:
            return admin.said(request, working_copy, done)
    context = admin.act_context(
        request,
        working_copy,
        _("Restore version %(version)s") % {"version": publication.version},
        form=form,
        publication=publication,
        version=version_of(working_copy),
        never_published=is_unpublished(working_copy),
        **compared(working_copy, None, publication),
    )
    return render(request, "publishing/admin/restore.html", context)


def _to_readers(
    form: RestoreForm, working_copy: WorkingCopy, publication: Publication, author: User, places: Mapping[str, str]
) -> str:
    """Publish an old version again; returns what to say, or nothing and says on the form why not."""
    note = form.cleaned_data["note"]
    try:
        new = restore_to_readers(working_copy=working_copy, publication=publication, note=note, by=author)
    except NothingChanged:
        form.add_error(None, _("Nothing was published: readers see exactly this already."))
    except FormError as error:
        _refuse(form, error, working_copy, places)
    else:
        values = {"old": publication.version, "new": new.version}
        return _("Version %(old)s is live again, as version %(new)s.") % values
    return ""


def _back(
    form: RestoreForm, working_copy: WorkingCopy, publication: Publication, author: User, places: Mapping[str, str]
) -> str:
    """Take an old version into the working copy; returns what to say, or nothing."""
    version = form.data.get("version")
    try:
        take_back(working_copy=working_copy, publication=publication, by=author, version=version)
    except IntegrityError:
        form.add_error(None, _("Another working copy has the address of this version now. Change that one first."))
    except FormError as error:
        _refuse(form, error, working_copy, places)
    else:
        return _("Version %(old)s is in the working copy now.") % {"old": publication.version}
    return ""


def cancel_view(admin: PublishableAdmin, request: HttpRequest, object_id: int, publication_id: int) -> HttpResponse:
    """Ask for the reason, and call off what is scheduled."""
    working_copy = admin.allowed_or_404(request, object_id, "schedule")
    publication = get_object_or_404(publications_of(working_copy), pk=publication_id)
    form = CancelForm(request.POST or None)
    if form.is_valid() and _cancel(form, working_copy, publication, editor(request)):
        return admin.said(request, working_copy, _("Cancelled. That version does not go live."))
    title = _("Cancel the schedule")
    context = admin.act_context(request, working_copy, title, form=form, publication=publication)
    return render(request, "publishing/admin/cancel.html", context)


def _cancel(form: CancelForm, working_copy: WorkingCopy, publication: Publication, author: User) -> bool:
    reason = form.cleaned_data["reason"]
    try:
        cancel_schedule(working_copy=working_copy, publication=publication, by=author, reason=reason)
    except NothingChanged:
        form.add_error(None, _("It was cancelled already."))
    except FormError as error:
        form.add_error(None, error.messages)
    else:
        return True
    return False


def editor(request: HttpRequest) -> User:
    """Return who is signed in."""
    assert isinstance(request.user, User)  # noqa: S101 (the admin lets nobody else in)
    return request.user
