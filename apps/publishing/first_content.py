"""Brings the content files of the repository into working copies and publishes them.

An editor's change is never overwritten: a file is taken only while the newest publication of its document
came from the files and the working copy still equals it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from django.db import transaction

from apps.publishing.content_files import content_paths, read_document
from apps.publishing.documents import Document
from apps.publishing.kinds import Kind, kinds
from apps.publishing.models import Publication, WorkingCopy
from apps.publishing.services import document_of, missing_references, publish
from apps.publishing.workflow.appraisal import appraise, appraise_the_rest
from apps.publishing.workflow.standing import note_published

FIRST_NOTE = "First published."
LATER_NOTE = "Updated with a new release of hipcare."


@dataclass
class Report:
    """What a load did, by file."""

    published: list[str] = field(default_factory=list)
    unchanged: int = 0
    kept: list[str] = field(default_factory=list)
    """Files that differ from what an editor has made of the document since."""
    missing: list[str] = field(default_factory=list)
    """References that lead nowhere."""


@dataclass
class _Candidate:
    kind: Kind
    path: Path
    document: Document
    working_copy: WorkingCopy
    newest: Publication | None


@transaction.atomic
def load_content(*, on_progress: Callable[[int, int], None] = lambda done, total: None) -> Report:
    """Load every content file of every kind; all or nothing.

    Rows are saved before their relations, since moves point to each other in circles.
    """
    report = Report()
    candidates = [_candidate(kind, path) for kind in kinds for path in content_paths(kind.folder)]
    to_load = [candidate for candidate in candidates if _is_ours(candidate, report)]
    for candidate in to_load:
        candidate.working_copy.save_document(candidate.document)
    for done, candidate in enumerate(to_load, start=1):
        candidate.working_copy.save_related(candidate.document)
        _publish(candidate, report)
        on_progress(done, len(to_load))
    for candidate in to_load:
        report.missing += [
            f"{candidate.path.name}: {kind} {slug}" for kind, slug in missing_references(candidate.document)
        ]
        appraise(candidate.working_copy)
    appraise_the_rest()
    return report


def _candidate(kind: Kind, path: Path) -> _Candidate:
    document = read_document(path, kind.document_class)
    identity = {"document_id": document.document_id, "language": document.language}
    working_copy = kind.working_copy._default_manager.filter(**identity).first()
    newest = Publication.objects.filter(**identity).order_by("-version").first()
    return _Candidate(kind, path, document, working_copy or kind.working_copy(), newest)


def _is_ours(candidate: _Candidate, report: Report) -> bool:
    if candidate.newest and candidate.newest.digest == candidate.document.digest:
        report.unchanged += 1
        return False
    if candidate.working_copy.pk is None:
        return True
    untouched = candidate.newest is not None and candidate.newest.digest == document_of(candidate.working_copy).digest
    if untouched and candidate.newest and candidate.newest.author is None and candidate.newest.act == "publish":
        return True
    report.kept.append(str(candidate.path.name))
    return False


def _publish(candidate: _Candidate, report: Report) -> None:
    publish(
        document=document_of(candidate.working_copy),
        note=LATER_NOTE if candidate.newest else FIRST_NOTE,
        check_references=False,
    )
    note_published(candidate.working_copy)
    report.published.append(candidate.path.name)
