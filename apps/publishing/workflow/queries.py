"""What is asked of standings and of the log."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from apps.core.models import User
from apps.publishing.models import LoggedAct, NamedReference, Publication, Standing, WorkingCopy
from apps.publishing.queries import live_periods

_WRITING = (LoggedAct.Act.ADDED, LoggedAct.Act.EDITED, LoggedAct.Act.TAKEN_BACK, LoggedAct.Act.SUBMITTED)
SUMMARY_OF_THE_LOG = 50


def standing_of(working_copy: WorkingCopy) -> Standing | None:
    """Return where a working copy stands; None where it was never appraised."""
    rows = Standing.objects.filter(kind=working_copy.kind, page_id=working_copy.pk)
    return rows.select_related("submitted_by", "decided_by").first()


def acts_on(working_copy: WorkingCopy) -> QuerySet[LoggedAct]:
    """Return what was done to a page, newest first."""
    same = {"document_id": working_copy.document_id, "language": working_copy.language}
    return LoggedAct.objects.filter(**same).select_related("by").order_by("-at", "-id")


def is_own_work(working_copy: WorkingCopy, user: User) -> bool:
    """Whether somebody has written or submitted any of what is new since the last publication."""
    same = {"document_id": working_copy.document_id, "language": working_copy.language}
    last = Publication.objects.filter(**same, act=Publication.Act.PUBLISH).order_by("-version").first()
    written = LoggedAct.objects.filter(**same, by=user, act__in=_WRITING)
    return (written.filter(at__gt=last.created_at) if last else written).exists()


def broken_references(**of: Any) -> QuerySet[NamedReference]:
    """Return the references of working copies (those that `of` selects) that readers would follow to nowhere."""
    live = live_periods().filter(
        Q(language=OuterRef("standing__language")) | Q(language=settings.LANGUAGE_CODE),
        kind=OuterRef("kind"),
        slug=OuterRef("slug"),
        publication__act=Publication.Act.PUBLISH,
    )
    return NamedReference.objects.filter(~Exists(live), **of)


def has_broken_references() -> Exists:
    """Return the condition, for rows of `Standing`, that something that they name is not live."""
    return Exists(broken_references(standing=OuterRef("pk")))


def reviewers(*, but: User | None = None) -> QuerySet[User]:
    """Return who may review and wants to hear of it by mail, one person excepted."""
    right = {"content_type__app_label": "publishing", "codename": "review_document"}
    may = Q(is_superuser=True)
    for way in ("groups__permissions", "user_permissions"):
        may |= Q(**{f"{way}__{name}": value for name, value in right.items()})
    rows = User.objects.filter(may, is_staff=True, is_active=True, review_mail=True).distinct().order_by(F("email"))
    return rows.exclude(pk=but.pk) if but else rows
