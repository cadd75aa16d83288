"""What a load does with each file: an editor's change is never overwritten, and what differs is said."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from apps.library.models import Muscle
from apps.publishing import content_files
from apps.publishing.content_report import Outcome
from apps.publishing.first_content import load_content
from apps.publishing.models import Publication
from apps.publishing.services import document_of, publish, withdraw
from tests.publishing.editors import make_editor, make_muscle

pytestmark = pytest.mark.django_db

FILE = """
title = "{title}"
summary = "A short sentence."
sources = [{{ type = "practice", text = "General practice" }}]
reviewed_on = 2026-11-21
review_due = 2027-11-21
region = "front"
where = "In front of the hip."
job = "Bends the hip."
body = "{body}"
"""


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """A function that writes the content files of an installation that ships nothing but muscles."""
    (tmp_path / "en" / "muscles").mkdir(parents=True)
    shutil.copy(content_files.CONTENT_ROOT / "sources.toml", tmp_path)
    monkeypatch.setattr(content_files, "CONTENT_ROOT", tmp_path)

    def write(key: str = "psoas", body: str = "It bends the hip.", title: str = "Psoas") -> None:
        path = tmp_path / "en" / "muscles" / f"{key}.toml"
        path.write_text(FILE.format(title=title, body=body), encoding="utf-8")

    return write


def outcomes() -> list[tuple[str, Outcome, tuple[str, ...]]]:
    return [(entry.name, entry.outcome, entry.fields) for entry in load_content().entries]


def edit(**values: str) -> Muscle:
    muscle = Muscle.objects.get()
    for name, value in values.items():
        setattr(muscle, name, value)
    muscle.save()
    return muscle


def test_new_file_is_published(write):
    write()

    assert outcomes() == [("psoas.toml", Outcome.NEW, ())]
    assert Publication.objects.get().title == "Psoas"


def test_file_that_is_as_before_changes_nothing(write):
    write()
    load_content()

    assert outcomes() == [("psoas.toml", Outcome.UNCHANGED, ())]


def test_changed_file_is_taken_and_its_fields_are_named(write):
    write()
    load_content()
    write(body="It bends the hip a lot.", title="The psoas")

    assert outcomes() == [("psoas.toml", Outcome.UPDATED, ("Title", "Text"))]
    assert Muscle.objects.get().body == "It bends the hip a lot."


def test_changed_working_copy_is_kept_and_the_fields_are_named(write):
    write()
    load_content()
    edit(where="Deep inside.")
    write(body="It bends the hip a lot.")

    assert outcomes() == [("psoas.toml", Outcome.KEPT, ("Where it is", "Text"))]
    assert (Muscle.objects.get().where, Publication.objects.count()) == ("Deep inside.", 1)


def test_what_an_editor_published_is_kept(write):
    write()
    load_content()
    publish(document=document_of(edit(where="Deep inside.")), note="Better.", author=make_editor())
    write(body="It bends the hip a lot.")

    assert outcomes() == [("psoas.toml", Outcome.KEPT, ("Where it is", "Text"))]


def test_what_an_editor_published_is_kept_when_the_editors_account_is_gone(write):
    write()
    load_content()
    editor = make_editor()
    publish(document=document_of(edit(where="Deep inside.")), note="Better.", author=editor)
    editor.delete()
    write(body="It bends the hip a lot.")

    assert outcomes() == [("psoas.toml", Outcome.KEPT, ("Where it is", "Text"))]


def test_what_was_withdrawn_stays_withdrawn(write):
    write()
    load_content()
    withdraw(publication=Publication.objects.get(), reason="Wrong.")
    write(body="It bends the hip a lot.")

    [entry] = load_content().entries
    assert (entry.outcome, entry.why) == (Outcome.KEPT, "it was withdrawn here")


def test_half_written_working_copy_is_kept_and_the_others_are_loaded(write):
    write()
    load_content()
    edit(where="")
    write(body="It bends the hip a lot.")
    write("iliacus", title="Iliacus")

    report = load_content()

    assert {entry.name: (entry.outcome, entry.why) for entry in report.entries} == {
        "iliacus.toml": (Outcome.NEW, ""),
        "psoas.toml": (Outcome.KEPT, "the working copy is not whole: where"),
    }


@pytest.mark.parametrize("published", [True, False])
def test_file_whose_address_an_editors_page_has_is_not_taken_and_the_others_are(write, published):
    muscle = make_muscle("psoas")
    if published:
        publish(document=document_of(muscle), note="First.", author=make_editor())
    write()
    write("iliacus", title="Iliacus")

    report = load_content()

    assert (report.published, report.names(Outcome.REFUSED)) == (["iliacus.toml"], ["psoas.toml"])
    assert next(entry.why for entry in report.entries if entry.outcome is Outcome.REFUSED).startswith("Another ")


def test_field_that_a_release_has_added_since_is_nobodys_edit(write):
    """The stored JSON and its digest know nothing of `figure`-like fields that came later with a default."""
    write()
    load_content()
    publication = Publication.objects.get()
    older = {name: value for name, value in publication.body.items() if name != "sources"}
    Publication._base_manager.update(body=older, digest="0" * 64)
    Muscle.objects.get().sources.clear()
    write(body="It bends the hip a lot.")

    [entry] = load_content().entries

    assert entry.outcome is Outcome.UPDATED
    assert Muscle.objects.get().body == "It bends the hip a lot."


def test_field_that_a_release_has_added_since_makes_no_new_publication(write):
    write()
    load_content()
    Publication._base_manager.update(digest="0" * 64)

    assert outcomes() == [("psoas.toml", Outcome.UNCHANGED, ())]


def test_publication_of_a_newer_release_is_kept(write):
    write()
    load_content()
    Publication._base_manager.update(body={**Publication.objects.get().body, "schema_version": 99})
    write(body="It bends the hip a lot.")

    assert [outcome for _name, outcome, _fields in outcomes()] == [Outcome.KEPT]


def test_dry_run_says_the_same_and_does_nothing(write):
    write()
    load_content()
    edit(where="Deep inside.")
    write(body="It bends the hip a lot.")
    write("iliacus", title="Iliacus")
    said = StringIO()

    call_command("load_content", "--dry-run", stdout=said)

    assert said.getvalue().splitlines() == [
        "  1 of 1",
        "en/muscles/iliacus.toml: new",
        "en/muscles/psoas.toml: kept as it is here (an editor changed the working copy); differs in: Where it is, Text",
        "Would publish 1 (1 new, 0 updated), unchanged 0, kept 1, not taken 0.",
    ]
    assert (Muscle.objects.count(), Publication.objects.count()) == (1, 1)
