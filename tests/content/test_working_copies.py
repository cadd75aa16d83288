"""Every content file survives its way through the working copy, and a second load changes nothing."""

from __future__ import annotations

import pytest
from django.test import TestCase

from apps.publishing.content_files import content_paths, read_document
from apps.publishing.first_content import Report, load_content
from apps.publishing.kinds import kinds
from apps.publishing.models import Publication


@pytest.mark.xdist_group("loaded content")
class TestLoadedContent(TestCase):
    """One load for all: it takes as long as everything that is asked about it."""

    report: Report

    @classmethod
    def setUpTestData(cls) -> None:
        """Load every content file."""
        cls.report = load_content()

    def test_references_of_every_file_lead_somewhere(self) -> None:
        assert self.report.missing == []

    def test_second_load_publishes_nothing(self) -> None:
        publications = Publication.objects.count()
        report = load_content()

        assert (report.published, report.kept, Publication.objects.count()) == ([], [], publications)

    def test_working_copy_of_every_file_equals_the_file(self) -> None:
        changed = []
        for kind in kinds:
            for path in content_paths(kind.folder):
                document = read_document(path, kind.document_class)
                copies = kind.working_copy._default_manager.filter(document_id=document.document_id)
                if [copy.to_document() for copy in copies] != [document]:
                    changed.append(path.name)

        assert changed == []

    def test_editors_change_is_kept_and_named(self) -> None:
        muscle = kinds["muscle"].working_copy._default_manager.get(slug="psoas")
        muscle.title = "Psoas, as the editor calls it"
        muscle.save()
        Publication._base_manager.filter(document_id=muscle.document_id).update(digest="an older file")

        assert load_content().kept == ["psoas.toml"]
        muscle.refresh_from_db()
        assert muscle.title == "Psoas, as the editor calls it"
