"""What state a working copy is in, in words; worked out for a whole list in its one query."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError as FormError
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery, TextChoices
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.publishing.models import LivePeriod, Missing, Publication, Stage, Standing, WorkingCopy
from apps.publishing.queries import live_periods
from apps.publishing.services import document_of
from apps.publishing.workflow.queries import broken_references


class State(TextChoices):
    """How a working copy stands to its publications; scheduled may come with another."""

    NEVER = "never", gettext_lazy("Never published")
    LIVE = "live", gettext_lazy("Live")
    CHANGED = "changed", gettext_lazy("Live, changed since publication")
    SCHEDULED = "scheduled", gettext_lazy("Scheduled")
    WITHDRAWN = "withdrawn", gettext_lazy("Withdrawn")


_LIVE = Q(live_act=Publication.Act.PUBLISH)
_UNKNOWN = Q(digest_now="") | Q(digest_now=None)
"""Not whole, or of an older release: then times have to tell."""
_CHANGED = (~_UNKNOWN & ~Q(digest_now=F("newest_digest"))) | (_UNKNOWN & Q(updated_at__gt=F("newest_made_at")))
CONDITIONS = {
    State.NEVER: Q(newest_made_at=None),
    State.LIVE: _LIVE & ~_CHANGED,
    State.CHANGED: _LIVE & _CHANGED,
    State.SCHEDULED: Q(next_begins__isnull=False),
    State.WITHDRAWN: Q(live_act=Publication.Act.WITHDRAW),
}


def with_state(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Add `newest_made_at`, `newest_digest`, `live_act` and `next_begins` to rows that have `digest_now`."""
    same = {"document_id": OuterRef("document_id"), "language": OuterRef("language")}
    now = timezone.now()
    periods = LivePeriod.objects.filter(Q(ends=None) | Q(ends__gt=F("begins")), **same).order_by("begins")
    live = periods.filter(Q(ends=None) | Q(ends__gt=now), begins__lte=now)
    newest = Publication.objects.filter(**same, period__isnull=False).order_by("-version")
    annotated: QuerySet[Any] = rows.annotate(
        newest_made_at=Subquery(newest.values("created_at")[:1]),
        newest_digest=Subquery(newest.values("digest")[:1]),
        live_act=Subquery(live.values("publication__act")[:1]),
        next_begins=Subquery(periods.filter(begins__gt=now).values("begins")[:1]),
    )
    return annotated


def with_standing(rows: QuerySet[Any], kind: str) -> QuerySet[Any]:
    """Add `work_stage`, `missing_codes`, `digest_now` and `names_nowhere` to the working copies of a kind."""
    standing = Standing.objects.filter(kind=kind, page_id=OuterRef("pk"))
    nowhere = broken_references(standing__kind=kind, standing__page_id=OuterRef("pk"))
    annotated: QuerySet[Any] = rows.annotate(
        work_stage=Subquery(standing.values("stage")[:1]),
        missing_codes=Subquery(standing.values("missing")[:1]),
        digest_now=Subquery(standing.values("digest_now")[:1]),
        names_nowhere=Exists(nowhere),
    )
    return annotated


def stage_words(row: Any) -> str:
    """Return the stage of a row from `with_standing`."""
    return str(Stage(row.work_stage or Stage.DRAFT).label)


def missing_words(row: Any) -> str:
    """Return what keeps a row from `with_standing` from being published; nothing where nothing does."""
    words = [str(Missing(code).label) for code in (row.missing_codes or "").split()]
    if row.names_nowhere:
        words.append(_("a page that it names"))
    return ", ".join(words)


def state_words(row: Any) -> str:
    """Return the state of a row from `with_state`, such as "Live; scheduled for 3 May 2027, 8 a.m."."""
    words: list[str] = []
    if row.live_act == Publication.Act.WITHDRAW:
        words.append(str(State.WITHDRAWN.label))
    elif row.live_act == Publication.Act.PUBLISH:
        words.append(str((State.CHANGED if _is_changed(row) else State.LIVE).label))
    if row.next_begins:
        moment = date_format(row.next_begins, "DATETIME_FORMAT")
        words.append(_("Scheduled for %(moment)s UTC") % {"moment": moment})
    return "; ".join(words) or str(State.NEVER.label)


def _is_changed(row: Any) -> bool:
    """Whether the working copy says something else than its newest publication; as `_CHANGED`."""
    if row.digest_now:
        return bool(row.digest_now != row.newest_digest)
    return bool(row.updated_at > row.newest_made_at)


def publications_of(working_copy: WorkingCopy) -> QuerySet[Publication]:
    """Return the publications of a working copy, newest first."""
    same = {"document_id": working_copy.document_id, "language": working_copy.language}
    return Publication.objects.filter(**same).order_by("-version")


def is_unpublished(working_copy: WorkingCopy) -> bool:
    """Whether the working copy, as it is now, was never published: no version brings these words back."""
    try:
        digest = document_of(working_copy).digest
    except FormError:
        return True
    return not publications_of(working_copy).filter(digest=digest).exists()


def live_publication_of(working_copy: WorkingCopy) -> Publication | None:
    """Return what readers see now of a working copy; None where that is nothing, or a withdrawal."""
    period = (
        live_periods(language=working_copy.language)
        .filter(document_id=working_copy.document_id, publication__act=Publication.Act.PUBLISH)
        .select_related("publication")
        .first()
    )
    return period.publication if period else None


def scheduled_publications_of(working_copy: WorkingCopy) -> QuerySet[Publication]:
    """Return the publications that are still to come, the next one first."""
    waiting = publications_of(working_copy).filter(live_from__gt=timezone.now(), period__isnull=False)
    return waiting.exclude(period__ends=F("period__begins")).order_by("live_from")
