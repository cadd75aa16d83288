"""What readers were given and when: the changes of many pages in one list, newest first."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.utils import timezone

from apps.publishing.catalogue import Catalogue
from apps.publishing.kinds import kinds
from apps.publishing.models import Publication

DAYS = 366
"""How far back the list goes."""
MOST_CHANGES = 100
MOST_NAMED = 6
"""More pages than these, changed together with the same words, are counted instead of named."""
_COLUMNS = ("kind", "slug", "title", "language", "act", "note", "live_from")


@dataclass(frozen=True)
class ChangedPage:
    """A page of a change; `href` is empty where readers find it no more."""

    title: str
    href: str
    language: str


@dataclass(frozen=True)
class Change:
    """What was done on one day, in the same words, to one page or to several."""

    day: date
    note: str
    language: str
    is_withdrawal: bool
    pages: dict[tuple[str, str], ChangedPage] = field(default_factory=dict)

    @property
    def named(self) -> list[ChangedPage]:
        """The pages, where they are few enough to be named."""
        return list(self.pages.values()) if len(self.pages) <= MOST_NAMED else []


def changes(shelf: Catalogue, *, only: Collection[str] = ()) -> list[Change]:
    """Return the changes of every kind of document or of some, as readers of the catalogue's language see them.

    One query.
    """
    now = timezone.now()
    acts = Publication.objects.filter(
        language__in={shelf.language, settings.LANGUAGE_CODE},
        live_from__lte=now,
        live_from__gt=now - timedelta(days=DAYS),
        period__isnull=False,
    )
    if only:
        acts = acts.filter(kind__in=only)
    found: dict[tuple[Any, ...], Change] = {}
    for kind, slug, title, language, act, note, moment in acts.order_by("-live_from", "-pk").values_list(*_COLUMNS):
        day, gone = timezone.localtime(moment).date(), act == Publication.Act.WITHDRAW
        change = found.setdefault((day, note, language, gone), Change(day, note, language, gone))
        change.pages.setdefault((kind, slug), ChangedPage(title, _href(shelf, kind, slug), language))
    return list(found.values())[:MOST_CHANGES]


def _href(shelf: Catalogue, kind: str, slug: str) -> str:
    entry = shelf.entry(kind, slug)
    return kinds[kind].place(slug) if kind in kinds and entry and not entry.is_withdrawn else ""
