"""What is live now: one query for the content version, one for everything that readers can see."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import Q, QuerySet, Subquery
from django.utils import timezone, translation

from apps.publishing.kinds import kinds
from apps.publishing.models import ContentCounter, LivePeriod, Publication


@dataclass(frozen=True)
class LeftBehind:
    """An address that a page had before its address was changed."""

    old: str
    new: str
    title: str


def content_version() -> str:
    """Return what changes whenever readers may see something else; one query.

    The counter tells of publications made, the newest begun period of publications whose time has come.
    """
    newest = LivePeriod.objects.filter(begins__lte=timezone.now()).order_by("-begins").values("begins")[:1]
    row = ContentCounter.objects.annotate(newest=Subquery(newest)).values_list("number", "newest").first()
    if row is None:
        return "0"
    number, begins = row
    return f"{number}-{begins.timestamp() if begins else 0}"


def live_periods(*, language: str = "", at: datetime | None = None) -> QuerySet[LivePeriod]:
    """Return the periods that hold at a moment (now by default) in one language or in all, withdrawals included."""
    moment = at or timezone.now()
    periods = LivePeriod.objects.filter(Q(ends=None) | Q(ends__gt=moment), begins__lte=moment)
    return periods.filter(language=language) if language else periods


def history(*, document_id: Any, language: str) -> QuerySet[Publication]:
    """Return the publications of a document whose time has come, newest first; without what was called off."""
    return Publication.objects.filter(
        document_id=document_id, language=language, live_from__lte=timezone.now(), period__isnull=False
    ).order_by("-live_from", "-version")


def current_slug(*, kind: str, language: str, old_slug: str) -> str | None:
    """Return where a document that once had this slug lives now, or None."""
    once_here = (
        LivePeriod.objects.filter(kind=kind, language=language, slug=old_slug, begins__lte=timezone.now())
        .order_by("-begins", "-publication__version")
        .values("document_id")[:1]
    )
    period = (
        live_periods(language=language)
        .filter(document_id=Subquery(once_here), kind=kind, publication__act=Publication.Act.PUBLISH)
        .first()
    )
    return period.slug if period else None


def withdrawn_urls() -> Iterator[str]:
    """Yield the addresses of pages that are withdrawn now and that no other document has taken over."""
    rows = list(live_periods(language=settings.LANGUAGE_CODE).values_list("kind", "slug", "publication__act"))
    live = {(kind, slug) for kind, slug, act in rows if act == Publication.Act.PUBLISH}
    for kind, slug in sorted({(kind, slug) for kind, slug, _act in rows} - live):
        address = kinds[kind].address if kind in kinds else None
        if address:
            yield address(slug)


def left_behind() -> Iterator[LeftBehind]:
    """Yield the addresses that lead on by themselves because a published page has another one now; two queries."""
    live = {
        (period.document_id, period.language): period.publication
        for period in live_periods().filter(publication__act=Publication.Act.PUBLISH).select_related("publication")
    }
    taken = {(one.kind, one.language, one.slug) for one in live.values()}
    once = (
        Publication.objects.order_by("kind", "slug").values_list("kind", "language", "slug", "document_id").distinct()
    )
    for kind, language, slug, document_id in once:
        now = live.get((document_id, language))
        address = kinds[kind].address if kind in kinds else None
        if now and address and slug != now.slug and (kind, language, slug) not in taken:
            with translation.override(language):
                yield LeftBehind(address(slug), address(now.slug), now.title)
