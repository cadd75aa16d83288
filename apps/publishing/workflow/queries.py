"""What is asked of standings and of the log."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from apps.core.models import User
from apps.publishing.models import LivePeriod, LoggedAct, NamedReference, Publication, Standing, WorkingCopy
from apps.publishing.queries import live_periods

_WRITING = (LoggedAct.Act.ADDED, LoggedAct.Act.EDITED, LoggedAct.Act.TAKEN_BACK, LoggedAct.Act.SUBMITTED)
_PUBLISHING = (LoggedAct.Act.PUBLISHED, LoggedAct.Act.SCHEDULED)
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
    """Whether somebody has written or submitted any of what has not been published since."""
    same = {"document_id": working_copy.document_id, "language": working_copy.language}
    return own_new_work(user).filter(**same).exists()


def own_new_work(user: User) -> QuerySet[LoggedAct]:
    """Return what somebody has written or submitted and no editor has published since.

    An old version that was put back to readers is not what was written, nor is what was called off before its time.
    """
    same = {"document_id": OuterRef("document_id"), "language": OuterRef("language")}
    kept = Publication.objects.filter(**same, digest=OuterRef("digest"), period__isnull=False)
    published = LoggedAct.objects.filter(Exists(kept), **same, act__in=_PUBLISHING, at__gte=OuterRef("at"))
    return LoggedAct.objects.filter(~Exists(published), by=user, act__in=_WRITING)


def is_own_row(user: User) -> Exists:
    """Return the condition, for rows of `Standing`, that somebody has written part of what is new."""
    same = {"document_id": OuterRef("document_id"), "language": OuterRef("language")}
    return Exists(own_new_work(user).filter(**same))


def broken_references(**of: Any) -> QuerySet[NamedReference]:
    """Return the references of working copies (those that `of` selects) that readers would follow to nowhere."""
    same = {"document_id": OuterRef("document_id"), "language": OuterRef("language")}
    live = live_periods().filter(publication__act=Publication.Act.PUBLISH, **same)
    # Under this address or one that it has now: an old one leads on.
    found = LivePeriod.objects.filter(
        Exists(live),
        Q(language=OuterRef("standing__language")) | Q(language=settings.LANGUAGE_CODE),
        kind=OuterRef("kind"),
        slug=OuterRef("slug"),
        begins__lte=timezone.now(),
    )
    return NamedReference.objects.filter(~Exists(found), **of)


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
