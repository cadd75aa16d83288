"""Every content file that ships is valid, plainly worded and free of banned phrases."""

from pathlib import Path

import pytest

from apps.guides.documents.reading import (
    CheckDocument,
    ClaimDocument,
    ConditionDocument,
    FaqDocument,
    GuideDocument,
    TermDocument,
)
from apps.guides.documents.safety import RegionDocument, SafetyDocument
from apps.library.documents import (
    EquipmentDocument,
    MuscleDocument,
    PlanDocument,
    RoutineDocument,
    StretchDocument,
)
from apps.publishing.content_files import CONTENT_ROOT, content_paths, read_document
from apps.publishing.documents import Document
from apps.publishing.readability import reading_grade
from apps.publishing.wording import find_banned, texts_in
from apps.sitting.documents import PositionDocument

FOLDERS: dict[str, type[Document]] = {
    "equipment": EquipmentDocument,
    "muscles": MuscleDocument,
    "stretches": StretchDocument,
    "routines": RoutineDocument,
    "plans": PlanDocument,
    "safety": SafetyDocument,
    "regions": RegionDocument,
    "positions": PositionDocument,
    "guides": GuideDocument,
    "faqs": FaqDocument,
    "terms": TermDocument,
    "claims": ClaimDocument,
    "conditions": ConditionDocument,
    "checks": CheckDocument,
}
FILES = [
    pytest.param(path, document_class, id=str(path.relative_to(CONTENT_ROOT)))
    for folder, document_class in FOLDERS.items()
    for path in content_paths(folder)
]
HIGHEST_GRADE = 9.0


def muscle_names() -> list[str]:
    return [read_document(path, MuscleDocument).title for path in content_paths("muscles")]


@pytest.mark.parametrize(("path", "document_class"), FILES)
def test_content_file_says_nothing_banned(path: Path, document_class: type[Document]) -> None:
    document = read_document(path, document_class)

    assert find_banned(texts_in(document.to_json())) == []


@pytest.mark.parametrize(("path", "document_class"), FILES)
def test_content_file_reads_plainly(path: Path, document_class: type[Document]) -> None:
    document = read_document(path, document_class)

    assert reading_grade(texts_in(document.to_json()), excepted=muscle_names()) <= HIGHEST_GRADE


@pytest.mark.parametrize(("path", "document_class"), FILES)
def test_content_file_names_its_sources(path: Path, document_class: type[Document]) -> None:
    assert read_document(path, document_class).sources
