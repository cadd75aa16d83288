"""The acts among editors: submit, comment, approve or send back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.core.exceptions import ValidationError as FormError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from apps.core.models import User
from apps.publishing.admin.acts import editor
from apps.publishing.admin.problems import Checked, check
from apps.publishing.admin.states import live_publication_of
from apps.publishing.admin.viewing import compared
from apps.publishing.forms_review import CommentForm, ReviewForm, SubmitForm
from apps.publishing.models import WorkingCopy
from apps.publishing.workflow.queries import acts_on, is_own_work
from apps.publishing.workflow.services import approve, comment, send_back, submit

if TYPE_CHECKING:
    from apps.publishing.admin.base import PublishableAdmin

LATEST = 10


def submit_view(admin: PublishableAdmin, request: HttpRequest, object_id: int) -> HttpResponse:
    """Show what is missing; ask for a review when it is confirmed."""
    working_copy = admin.allowed_or_404(request, object_id, "submit")
    if not admin.has_change_permission(request, working_copy):
        raise PermissionDenied
    checked = check(working_copy, admin.places)
    form = SubmitForm(request.POST or None)
    if form.is_valid() and may_be_submitted(checked) and _submit(form, working_copy, editor(request)):
        return admin.said(request, working_copy, _("Submitted. The reviewers have been told."))
    context = admin.act_context(
        request, working_copy, _("Submit for review"), form=form, checked=checked, ready=may_be_submitted(checked)
    )
    return render(request, "publishing/admin/submit.html", context)


def may_be_submitted(checked: Checked) -> bool:
    """Whether all fields are right; what the page names may still be on its way to readers."""
    return checked.document is not None and all(problem.may_wait for problem in checked.problems)


def _submit(form: SubmitForm, working_copy: WorkingCopy, author: User) -> bool:
    sent = form.cleaned_data
    try:
        submit(working_copy=working_copy, digest=sent["digest"], by=author, words=sent["words"])
    except FormError as error:
        form.add_error(None, error.messages)
        return False
    return True


def review_view(admin: PublishableAdmin, request: HttpRequest, object_id: int) -> HttpResponse:
    """Show what is new beside what readers see; take the decision."""
    working_copy = admin.allowed_or_404(request, object_id, "review")
    if is_own_work(working_copy, editor(request)):
        raise PermissionDenied(_("You have written part of this. Somebody else has to review it."))
    checked = check(working_copy, admin.places)
    form = ReviewForm(request.POST or None)
    if form.is_valid() and (done := _decide(form, working_copy, editor(request))):
        return admin.said(request, working_copy, done)
    live = live_publication_of(working_copy)
    context = admin.act_context(
        request,
        working_copy,
        _("Review"),
        form=form,
        checked=checked,
        said_before=acts_on(working_copy)[:LATEST],
        **(compared(working_copy, live, None) if live else {}),
    )
    return render(request, "publishing/admin/review.html", context)


def _decide(form: ReviewForm, working_copy: WorkingCopy, reviewer: User) -> str:
    """Take the decision; returns what to say, or nothing and says on the form why not."""
    sent = form.cleaned_data
    try:
        if sent["decision"] == ReviewForm.APPROVE:
            approve(working_copy=working_copy, digest=sent["digest"], by=reviewer, words=sent["words"])
            return _("Approved. It can be published now.")
        send_back(working_copy=working_copy, by=reviewer, reason=sent["words"])
    except FormError as error:
        form.add_error(None, error.messages)
        return ""
    return _("Sent back to the author.")


def comment_view(admin: PublishableAdmin, request: HttpRequest, object_id: int) -> HttpResponse:
    """Take a comment, and show what was said before."""
    working_copy = admin.allowed_or_404(request, object_id, "comment")
    form = CommentForm(request.POST or None)
    if form.is_valid():
        comment(working_copy=working_copy, by=editor(request), words=form.cleaned_data["words"])
        return admin.said(request, working_copy, _("Your comment is stored."))
    context = admin.act_context(
        request, working_copy, _("Comment"), form=form, said_before=acts_on(working_copy)[:LATEST]
    )
    return render(request, "publishing/admin/comment.html", context)
