"""What the first page of the editors' room lists: a few rows of each, and where to see all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from apps.core.models import User
from apps.publishing.admin.filters import SOON
from apps.publishing.admin.standings import kind_name, page_address, standings
from apps.publishing.admin.states import CONDITIONS, State
from apps.publishing.models import Stage
from apps.publishing.readability import HIGHEST_GRADE
from apps.publishing.workflow.queries import is_own_row

ROWS = 5
"""The longest list on the first page."""


@dataclass(frozen=True)
class Line:
    """A page in a list."""

    title: str
    kind: str
    address: str
    words: str


@dataclass(frozen=True)
class Part:
    """One list of the first page."""

    name: str
    title: str
    lines: tuple[Line, ...]
    see_all: str
    """Where all of them are listed; empty where these are all."""


def dashboard(user: User) -> list[Part]:
    """Return the lists that concern an editor; one query each."""
    return [_part(*values) for values in _wanted(user)] if user.has_perm("publishing.view_standing") else []


Wanted = tuple[str, str, QuerySet[Any], str]


def _wanted(user: User) -> Iterator[Wanted]:
    """Yield name, title, rows and the filter that shows the same rows in the list of all pages."""
    today, rows = timezone.localdate(), standings()
    if user.has_perm("publishing.review_document"):
        waiting = rows.filter(stage=Stage.SUBMITTED).exclude(is_own_row(user)).order_by("updated_at")
        yield "waiting", _("Waiting for my review"), waiting, "stage=submitted&by=others"
    if user.has_perm("publishing.submit_document"):
        mine = rows.filter(stage=Stage.SENT_BACK, submitted_by=user)
        yield "sent-back", _("Sent back to me"), mine, "stage=sent-back&by=me"
    if user.has_perm("publishing.publish_document"):
        yield "approved", _("Approved, to be published"), rows.filter(stage=Stage.APPROVED), "stage=approved"
    scheduled = rows.filter(CONDITIONS[State.SCHEDULED]).order_by("next_begins")
    yield "scheduled", _("Scheduled"), scheduled, "state=scheduled"
    changed = rows.filter(CONDITIONS[State.CHANGED]).order_by("-updated_at")
    yield "changed", _("Changed since publication"), changed, "state=changed"
    yield "overdue", _("Review overdue"), rows.filter(review_due__lt=today).order_by("review_due"), "review=overdue"
    soon = rows.filter(review_due__range=(today, today + SOON)).order_by("review_due")
    yield "soon", _("Review due in the next 60 days"), soon, "review=soon"
    yield "broken", _("Naming a page that readers do not get"), rows.filter(names_nowhere=True), "missing=references"
    yield "figures", _("Without a figure"), rows.filter(has_figure=False), "figure=none"
    hard = rows.filter(grade__gt=HIGHEST_GRADE).order_by("-grade")
    yield "hard", _("Harder to read than grade %(line)s") % {"line": HIGHEST_GRADE}, hard, "reading=hard"


def _part(name: str, title: str, rows: QuerySet[Any], query: str) -> Part:
    found = list(rows.select_related("submitted_by", "decided_by")[: ROWS + 1])
    lines = tuple(Line(row.title, kind_name(row.kind), page_address(row), _words(name, row)) for row in found[:ROWS])
    address = f"{reverse('admin:publishing_standing_changelist')}?{query}"
    return Part(name, title, lines, address if len(found) > ROWS else "")


def _words(name: str, row: Any) -> str:
    """Return what is worth knowing of a row in a list."""
    match name:
        case "waiting" if row.submitted_by:
            return _("by %(name)s") % {"name": row.submitted_by}
        case "sent-back":
            return str(row.reason)
        case "scheduled":
            return _("%(moment)s UTC") % {"moment": date_format(row.next_begins, "DATETIME_FORMAT")}
        case "overdue" | "soon":
            return date_format(row.review_due)
        case "hard":
            return _("grade %(grade)s") % {"grade": f"{row.grade:.1f}"}
    return ""
