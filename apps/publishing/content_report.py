"""What becomes of a content file: whether it is taken, and how it differs from what is here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from django.core.exceptions import ValidationError as FormError
from django.utils.translation import gettext as _

from apps.publishing.difference import differences
from apps.publishing.documents import Document
from apps.publishing.kinds import Kind
from apps.publishing.models import Publication, WorkingCopy
from apps.publishing.services import document_of, read_document
from apps.publishing.words import Words

FIRST_NOTE = "First published."
LATER_NOTE = "Updated with a new release of hipcare."


class Outcome(Enum):
    """What a load does with a file."""

    NEW = "new"
    UPDATED = "updated from the file"
    UNCHANGED = "unchanged"
    KEPT = "kept as it is here"
    REFUSED = "not taken"


@dataclass(frozen=True)
class Entry:
    """One file of a load."""

    name: str
    place: str
    """Language, folder and name."""
    outcome: Outcome
    fields: tuple[str, ...] = ()
    """The labels of the fields in which the file differs from what is here."""
    why: str = ""


@dataclass
class Candidate:
    """A content file beside what the database has of its document."""

    kind: Kind
    path: Path
    document: Document
    working_copy: WorkingCopy
    newest: Publication | None

    def entry(self, outcome: Outcome, other: Document | None = None, why: str = "") -> Entry:
        """Return what is said of the file; `other` is what it differs from."""
        fields = changed_fields(self.kind, other, self.document) if other else ()
        return Entry(self.path.name, "/".join(self.path.parts[-3:]), outcome, fields, why)


def judge(candidate: Candidate) -> Entry:
    """Say what is to be done with a file: an editor's change is never overwritten.

    A file is taken only while the newest publication came from the files and the working copy still equals it.
    Both are compared as today's code reads them: a field that a release has added since is nobody's edit.
    """
    loaded = _loaded_document(candidate.newest)
    if candidate.working_copy.pk is None:
        return _without_working_copy(candidate, loaded)
    try:
        here = document_of(candidate.working_copy)
    except FormError as error:
        why = _("the working copy is not whole: %(fields)s") % {"fields": ", ".join(sorted(error.message_dict))}
        return candidate.entry(Outcome.KEPT, why=why)
    if loaded is not None and loaded.digest == here.digest:
        same = here.digest == candidate.document.digest
        return candidate.entry(Outcome.UNCHANGED) if same else candidate.entry(Outcome.UPDATED, here)
    if _is_live(candidate.newest) and here.digest == candidate.document.digest == _digest(candidate.newest):
        return candidate.entry(Outcome.UNCHANGED)
    return candidate.entry(Outcome.KEPT, here, _why_kept(candidate.newest, here))


def changed_fields(kind: Kind, before: Document, after: Document) -> tuple[str, ...]:
    """Return the labels of the fields in which two documents of a kind differ."""
    words = Words(kind)
    found = differences(words.describe(before.to_json()), words.describe(after.to_json()))
    return tuple(difference.label for difference in found)


def _without_working_copy(candidate: Candidate, loaded: Document | None) -> Entry:
    if candidate.newest is None:
        return candidate.entry(Outcome.NEW)
    if _digest(candidate.newest) == candidate.document.digest:
        return candidate.entry(Outcome.UNCHANGED)
    if loaded is None:
        return candidate.entry(Outcome.KEPT, why=_("an editor published it"))
    return candidate.entry(Outcome.UPDATED, loaded)


def _loaded_document(newest: Publication | None) -> Document | None:
    """Return what the newest publication holds where a load made it, upgraded; None where an editor did.

    The note tells the two apart: a publication loses its author when the account is deleted.
    """
    if newest is None or not _is_live(newest) or newest.author is not None:
        return None
    return _read(newest) if newest.note in {FIRST_NOTE, LATER_NOTE} else None


def _is_live(newest: Publication | None) -> bool:
    return newest is not None and newest.act == Publication.Act.PUBLISH


def _digest(newest: Publication | None) -> str:
    document = _read(newest) if newest else None
    return document.digest if document else ""


def _read(newest: Publication) -> Document | None:
    """Return the document as today's code reads it; None where a newer release has written it."""
    try:
        return read_document(newest)
    except ValueError:
        return None


def _why_kept(newest: Publication | None, here: Document) -> str:
    if newest is None:
        return _("an editor wrote it, and it was never published")
    if newest.act == Publication.Act.WITHDRAW:
        return _("it was withdrawn here")
    if _digest(newest) == here.digest:
        return _("an editor published it")
    return _("an editor changed the working copy")
