"""The log of acts: every act is in it, with its doer's name, and nobody changes it."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from apps.library.models import Muscle
from apps.publishing.first_content import load_content
from apps.publishing.models import LoggedAct, Phrase, Publication, Redirect, Source
from apps.publishing.services import document_of
from apps.publishing.workflow.services import publish_page
from tests.publishing.editors import live_muscle, make_editor, make_muscle, signed_in

pytestmark = pytest.mark.django_db

FIXED = {"act", "kind", "document_id", "language", "title", "doer", "words", "digest", "at"}


def logged_line() -> LoggedAct:
    muscle = make_muscle()
    publish_page(working_copy=muscle, digest=document_of(muscle).digest, note="N.", by=make_editor(name="Ada Author"))
    return LoggedAct.objects.get()


def lines() -> list[tuple[str, str, str, str]]:
    return list(LoggedAct.objects.order_by("pk").values_list("act", "kind", "title", "doer"))


@pytest.mark.parametrize("column", sorted(FIXED))
def test_database_itself_refuses_a_change_of_the_log(column):
    line = logged_line()

    with pytest.raises(DatabaseError, match="only added to"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE publishing_loggedact SET {column} = {column} WHERE id = %s", [line.pk])  # noqa: S608


def test_every_column_but_the_key_and_the_account_is_held_fast():
    columns = {field.column for field in LoggedAct._meta.concrete_fields}

    assert columns - {"id", "by_id"} == FIXED


def test_name_stays_in_the_log_and_on_its_pages_when_the_account_is_deleted():
    line = logged_line()

    line.by.delete()

    page = signed_in(make_editor("other@example.org")).get(f"/admin/library/muscle/{Muscle.objects.get().pk}/history/")
    line.refresh_from_db()
    assert (line.by, line.doer) == (None, "Ada Author")
    assert "<td>Ada Author</td>" in page.text


@pytest.mark.parametrize(
    "change",
    [
        lambda rows: rows.update(note="Other."),
        lambda rows: rows.delete(),
        lambda rows: rows.bulk_update(rows, ["note"]),
    ],
)
def test_publications_are_neither_changed_nor_deleted_in_bulk(change):
    live_muscle()

    with pytest.raises(TypeError, match="never changed or deleted"):
        change(Publication.objects.all())

    assert Publication.objects.get().note == "First published."


def test_acts_on_a_phrase_are_logged():
    client, values = signed_in(make_editor(name="Ada")), {"language": "en", "level": "banned", "forms": "unlock"}
    values |= {"why": "over-promises", "instead": "ease", "in_use": "on"}

    client.post("/admin/publishing/phrase/add/", values)
    phrase = Phrase.objects.get()
    client.post(f"/admin/publishing/phrase/{phrase.pk}/change/", {**values, "instead": "loosen"})
    client.post(f"/admin/publishing/phrase/{phrase.pk}/change/", {**values, "instead": "loosen"})
    client.post(f"/admin/publishing/phrase/{phrase.pk}/delete/", {"post": "yes"})

    assert lines() == [(act, "phrase", "unlock", "Ada") for act in ("row-added", "row-changed", "row-deleted")]


def test_acts_on_redirects_and_sources_are_logged():
    live_muscle()
    client = signed_in(make_editor(name="Ada"))

    client.post("/admin/publishing/redirect/add/", {"old": "/old/", "new": "/muscles/psoas/"})
    client.post("/admin/publishing/source/add/", {"type": "study", "text": "A study"})

    assert lines() == [
        ("row-added", "redirect", "/old/ → /muscles/psoas/", "Ada"),
        ("row-added", "source", "A study", "Ada"),
    ]


def test_load_of_the_content_files_is_logged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    file = tmp_path / "en" / "muscles" / "psoas.toml"
    file.parent.mkdir(parents=True)
    file.write_text(
        'title = "Psoas"\nsummary = "S."\nregion = "front"\nwhere = "W."\njob = "J."\nbody = "B."\n'
        'sources = [{ type = "practice", text = "P" }]\nreviewed_on = 2026-11-21\nreview_due = 2027-11-21\n',
        encoding="utf-8",
    )
    monkeypatch.setattr("apps.publishing.content_files.CONTENT_ROOT", tmp_path)

    load_content()
    load_content()

    assert lines() == [("published", "muscle", "Psoas", "load_content")]


def test_import_by_command_is_logged(tmp_path: Path):
    make_muscle()
    out, file = StringIO(), tmp_path / "muscles.json"
    call_command("export_copies", "muscle", stdout=out)
    file.write_text(out.getvalue().replace("It bends the hip.", "New words."), encoding="utf-8")

    call_command("import_copies", str(file), "--dry-run", stdout=StringIO())
    call_command("import_copies", str(file), stdout=StringIO())

    assert lines() == [("edited", "muscle", "Psoas", "import_copies")]


def test_second_of_two_saves_of_a_phrase_is_stopped_with_both_versions_shown():
    phrase = Phrase.objects.create(forms=["unlock"], why="over-promises", instead="ease")
    client, address = signed_in(make_editor(name="Ann")), f"/admin/publishing/phrase/{phrase.pk}/change/"
    version = client.get(address).context["adminform"].form["version"].value()
    sent = {"language": "en", "level": "banned", "forms": "unlock", "why": "over-promises", "in_use": "on"}
    client.post(address, {**sent, "version": version, "instead": "Theirs"})

    stopped = client.post(address, {**sent, "version": version, "instead": "Mine"})
    kept, other = Phrase.objects.get().instead, stopped.context["other"]
    client.post(address, {**sent, "version": version, "instead": "Mine", "replace_version": other.version})

    assert [(one.label, one.theirs, one.yours) for one in other.differences] == [("Say instead", "Theirs", "Mine")]
    assert (other.saved_by, kept, Phrase.objects.get().instead) == ("Ann", "Theirs", "Mine")


@pytest.mark.parametrize(
    ("model", "values"),
    [
        (Phrase, {"forms": ["x"], "why": "w", "instead": "i"}),
        (Redirect, {"old": "/a/", "new": "/safety/"}),
        (Source, {"type": "study", "text": "T"}),
    ],
)
def test_forms_of_what_pages_share_send_the_version_that_was_seen(model, values):
    row = model.objects.create(**values)
    address = f"/admin/publishing/{model._meta.model_name}/{row.pk}/change/"

    page = signed_in(make_editor()).get(address)

    assert f'name="version" value="{page.context["adminform"].form.version_of(row)}"' in page.text
