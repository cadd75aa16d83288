"""Brings the content files of the repository into working copies and publishes them.

An editor's change is never overwritten; what a file has that differs from it is reported.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from django.core.exceptions import ValidationError as FormError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.publishing.content_files import content_paths, read_document
from apps.publishing.content_report import FIRST_NOTE, LATER_NOTE, Candidate, Entry, Outcome, judge
from apps.publishing.kinds import Kind, kinds
from apps.publishing.models import LoggedAct, Publication
from apps.publishing.references import missing_references
from apps.publishing.services import check_publishable, document_of, publish
from apps.publishing.workflow.appraisal import appraise, appraise_the_rest
from apps.publishing.workflow.services import log
from apps.publishing.workflow.standing import note_published

_TAKEN = {Outcome.NEW, Outcome.UPDATED}


@dataclass
class Report:
    """What a load did, or would do, file by file."""

    entries: list[Entry] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    """References that lead nowhere."""

    def names(self, *outcomes: Outcome) -> list[str]:
        """Return the names of the files with one of these outcomes."""
        return [entry.name for entry in self.entries if entry.outcome in outcomes]

    @property
    def published(self) -> list[str]:
        """Return the files that were published."""
        return self.names(*_TAKEN)

    @property
    def kept(self) -> list[str]:
        """Return the files that differ from what an editor has made of the document since."""
        return self.names(Outcome.KEPT)


@transaction.atomic
def load_content(
    *, dry_run: bool = False, on_progress: Callable[[int, int], None] = lambda done, total: None
) -> Report:
    """Load every content file of every kind in one transaction; with `dry_run` nothing stays.

    What cannot be taken is reported and the others go on. Rows are saved before their relations, since moves
    point to each other in circles.
    """
    report = Report()
    to_load = []
    candidates = [_candidate(kind, path) for kind in kinds for path in content_paths(kind.folder)]
    judged = [(candidate, judge(candidate)) for candidate in candidates]
    for candidate, entry in judged:
        if entry.outcome in _TAKEN and (why := _save(candidate)):
            report.entries.append(candidate.entry(Outcome.REFUSED, why=why))
            continue
        report.entries.append(entry)
        if entry.outcome in _TAKEN:
            to_load.append(candidate)
    for done, candidate in enumerate(to_load, start=1):
        candidate.working_copy.save_related(candidate.document)
        _publish(candidate)
        on_progress(done, len(to_load))
    for candidate in to_load:
        report.missing += [
            f"{candidate.path.name}: {kind} {slug}" for kind, slug in missing_references(candidate.document)
        ]
        appraise(candidate.working_copy)
    appraise_the_rest()
    if dry_run:
        transaction.set_rollback(True)
    return report


def _candidate(kind: Kind, path: Path) -> Candidate:
    document = read_document(path, kind.document_class)
    identity = {"document_id": document.document_id, "language": document.language}
    working_copy = kind.working_copy._default_manager.filter(**identity).first()
    newest = Publication.objects.filter(**identity).order_by("-version").first()
    return Candidate(kind, path, document, working_copy or kind.working_copy(), newest)


def _save(candidate: Candidate) -> str:
    """Save the working copy as the file has it; returns why not, where an editor's page is in the way."""
    try:
        check_publishable(candidate.document, timezone.now(), check_references=False)
        with transaction.atomic():
            candidate.working_copy.save_document(candidate.document)
    except FormError as error:
        return " ".join(error.messages)
    except IntegrityError:
        return _("Another working copy has this address already.")
    return ""


def _publish(candidate: Candidate) -> None:
    note = LATER_NOTE if candidate.newest else FIRST_NOTE
    document = document_of(candidate.working_copy)
    publish(document=document, note=note, check_references=False)
    note_published(candidate.working_copy)
    log(candidate.working_copy, LoggedAct.Act.PUBLISHED, "load_content", note, document.digest)
