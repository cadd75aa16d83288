"""Export and import of working copies: there and back, dry run first, all or nothing."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import Client

from apps.library.models import Muscle, Stretch
from apps.publishing.exchange.files import MAX_ROWS
from apps.publishing.models import Publication, Source
from tests.documents import stretch_document
from tests.publishing.editors import HOME, live_muscle, make_editor, make_muscle, signed_in
from tests.publishing.exchange import IMPORT, confirm, dry_run, exported, file_of, said, send

pytestmark = pytest.mark.django_db

RIGHTS = ("library.view_muscle", "library.change_muscle", "library.add_muscle")


@pytest.fixture
def editor() -> Client:
    """A browser in which somebody is signed in who may write muscles and nothing else."""
    return signed_in(make_editor("ed@example.org", *RIGHTS))


def changed(row: dict[str, Any], **values: Any) -> dict[str, Any]:
    return {**row, "values": {**row["values"], **values}}


def make_stretch(slug: str = "hip-stretch", **changes: Any) -> Stretch:
    stretch = Stretch()
    stretch.save_document(stretch_document(slug, **changes))
    return stretch


def test_chosen_working_copies_are_exported(editor):
    psoas, _iliacus = make_muscle("psoas"), make_muscle("iliacus")

    response = editor.post(HOME, {"action": "export_chosen", "_selected_action": [psoas.pk]})

    assert response["Content-Disposition"].startswith('attachment; filename="muscle-')
    assert [row["values"]["slug"] for row in json.loads(response.getvalue())["rows"]] == ["psoas"]


def test_all_working_copies_of_a_kind_are_exported(editor):
    make_muscle("psoas")
    make_muscle("iliacus")

    rows = json.loads(editor.get(f"{HOME}export/").getvalue())["rows"]

    assert [row["values"]["slug"] for row in rows] == ["iliacus", "psoas"]


def test_export_taken_in_again_changes_nothing(editor):
    report = dry_run(editor, exported(make_muscle("psoas"), make_muscle("iliacus")))

    assert said(report) == [("unchanged", []), ("unchanged", [])]


def test_half_written_working_copy_goes_out_and_back(editor):
    muscle = make_muscle(where="Somewhere.")
    Muscle.objects.update(where="")
    muscle.refresh_from_db()

    assert said(dry_run(editor, exported(muscle))) == [("unchanged", [])]


def test_dry_run_names_the_changed_fields_and_changes_nothing(editor):
    [row] = exported(make_muscle())

    report = dry_run(editor, [changed(row, body="New words.", title="The psoas")])

    assert said(report) == [("changed", ["Title", "Text"])]
    assert Muscle.objects.get().body == "It bends the hip."


def test_confirmed_import_is_saved_logged_and_not_published(editor):
    muscle = live_muscle()
    [row] = exported(muscle)

    response = confirm(editor, [changed(row, body="New words.")])

    assert response["Location"] == HOME
    assert (Muscle.objects.get().body, Publication.objects.count()) == ("New words.", 1)
    assert [entry.change_message for entry in LogEntry.objects.all()] == ["Imported from a file."]


def test_fields_that_are_left_out_stay(editor):
    [row] = exported(make_muscle())

    confirm(editor, [{**row, "values": {"body": "New words."}}])

    assert (Muscle.objects.get().body, Muscle.objects.get().where) == ("New words.", "In front of the hip.")


def test_new_document_is_made(editor):
    [row] = exported(make_muscle())
    new = changed({key: row[key] for key in ("kind", "language", "values")}, slug="iliacus", title="Iliacus")

    report = dry_run(editor, [new])
    confirm(editor, [new])

    assert [(one.state.value, one.title) for one in report.rows] == [("new", "Iliacus")]
    assert Muscle.objects.count() == 2


def test_working_copy_changed_since_the_export_is_named_and_not_overwritten(editor):
    muscle = make_muscle()
    [row] = exported(muscle)
    muscle.body = "Ann's words."
    muscle.save()

    report = dry_run(editor, [changed(row, body="My words.")])

    assert said(report) == [
        ("wrong", ["version: It was changed here after the export. Export it again, or take this row out."])
    ]


def test_working_copy_changed_between_dry_run_and_import_is_not_overwritten(editor):
    muscle = make_muscle()
    [row] = exported(muscle)
    token = send(editor, file_of([changed(row, body="My words.")])).context["token"]
    muscle.body = "Ann's words."
    muscle.save()

    response = editor.post(IMPORT, {"token": token})

    assert said(response.context["report"])[0][0] == "wrong"
    assert Muscle.objects.get().body == "Ann's words."


@pytest.mark.parametrize("version", ["", "never", "2026-01-01", "9" * 500])
def test_wrong_version_overwrites_nothing(editor, version):
    [row] = exported(make_muscle())

    assert said(dry_run(editor, [{**changed(row, body="New."), "version": version}]))[0][0] == "wrong"


def test_one_wrong_row_keeps_the_others_out(editor):
    good, bad = exported(make_muscle("psoas"), make_muscle("iliacus"))
    rows = [changed(good, body="New words."), changed(bad, region="moon")]

    response = send(editor, file_of(rows))

    assert said(response.context["report"]) == [
        ("changed", ["Text"]),
        ("wrong", ["Region: Choose one of the list."]),
    ]
    assert response.context["token"] == ""
    assert set(Muscle.objects.values_list("body", flat=True)) == {"It bends the hip."}


def test_import_is_undone_whole_when_a_later_row_fails_at_the_last_moment(editor):
    first, second = make_muscle("psoas"), make_muscle("iliacus")
    one, two = exported(first, second)
    token = send(editor, file_of([changed(one, body="New."), changed(two, body="New.")])).context["token"]
    second.save()

    editor.post(IMPORT, {"token": token})

    assert set(Muscle.objects.values_list("body", flat=True)) == {"It bends the hip."}


def test_translation_becomes_new_working_copies_in_the_language(editor):
    muscle = make_muscle()
    [row] = exported(muscle)

    confirm(editor, [changed(row, title="Psoas", body="Dobla la cadera.")], "es")

    spanish = Muscle.objects.get(language="es")
    assert (spanish.document_id, spanish.body) == (muscle.document_id, "Dobla la cadera.")
    assert Muscle.objects.get(language="en").body == "It bends the hip."


def test_translation_that_is_there_is_not_overwritten(editor):
    [row] = exported(make_muscle())
    confirm(editor, [row], "es")

    assert said(dry_run(editor, [row], "es")) == [
        ("wrong", ["language: There is a working copy in Spanish already. Export that."])
    ]


def test_translation_names_what_has_to_be_translated_first():
    make_muscle()
    [row] = exported(make_stretch())

    report = dry_run(signed_in(make_editor()), [row], "es")

    assert said(report) == [
        ("wrong", ["Muscles: There is no working copy in Spanish of muscle “psoas”. Import it first."])
    ]


def test_documents_of_a_file_may_point_to_each_other():
    muscle = make_muscle()
    one, two = make_stretch("one-stretch", number=1), make_stretch("two-stretch", number=2)
    one.save_related(stretch_document("one-stretch", swaps=[{"stretch": "two-stretch", "relation": "easier"}]))
    two.save_related(stretch_document("two-stretch", swaps=[{"stretch": "one-stretch", "relation": "deeper"}]))

    confirm(signed_in(make_editor()), exported(one, two, muscle), "es")

    spanish = Stretch.objects.get(language="es", slug="one-stretch")
    assert [swap.target.slug for swap in spanish.swaps.all()] == ["two-stretch"]
    assert [swap.target.language for swap in spanish.swaps.all()] == ["es"]


def test_same_rules_hold_as_in_the_form():
    make_muscle()
    [row] = exported(make_stretch())
    swap = {"stretch": "hip-stretch", "relation": "easier", "note": "Not <b>here</b>"}

    report = dry_run(signed_in(make_editor()), [changed(row, feel=["<b>Here</b>"], swaps=[swap])])

    assert said(report) == [
        (
            "wrong",
            [
                "Where you may feel it: Leave out HTML such as “<b>”. Use Markdown, or plain words.",
                "Swap 1: Note: Leave out HTML such as “<b>”. Use Markdown, or plain words.",
            ],
        )
    ]


def test_address_of_another_page_is_refused(editor):
    _other, row = exported(make_muscle("iliacus"), make_muscle("psoas"))

    assert said(dry_run(editor, [changed(row, slug="iliacus")])) == [
        ("wrong", ["Address: Another working copy has this address already."])
    ]


@pytest.mark.parametrize(
    ("frame", "message"),
    [
        ({"kind": "moon"}, "kind: There is no kind “moon”."),
        ({"kind": ["muscle"]}, "kind: There is no kind “['muscle']”."),
        ({"kind": None}, "kind: There is no kind “None”."),
        ({"language": "xx"}, "language: “xx” is none of the languages: en, es."),
        ({"language": 5}, "language: “5” is none of the languages: en, es."),
        ({"document_id": "psoas"}, "document_id: This is no document's id. Leave it out for a new document."),
        ({"document_id": 7}, "document_id: This is no document's id. Leave it out for a new document."),
        ({"version": 7}, "version: This is a text, as it was exported."),
        ({"values": []}, "values: This is an object in braces."),
        ({"values": None}, "values: This is an object in braces."),
        ({"published": True}, "published: This field is not known here."),
        ({"values": {"document_id": "x"}}, "document_id: This field is not known here."),
        ({"values": {"body": "NUL \x00"}}, "values: There is a character that no text can hold, in “NUL ”."),
        ({"values": {"body": "half \ud83d"}}, "values: There is a character that no text can hold, in “half ?”."),
        ({"values": {"body": [[[[[[[[[[[[["x"]]]]]]]]]]]]]}}, "values: This is nested too deeply."),
    ],
)
def test_wrong_frame_is_named_by_row_and_field(editor, frame, message):
    [row] = exported(make_muscle())

    assert said(dry_run(editor, [{**row, **frame}])) == [("wrong", [message])]


@pytest.mark.parametrize(
    ("values", "messages"),
    [
        ({"moon": 1}, ["Moon: This field is not known here."]),
        ({"moon": None}, ["Moon: This field is not known here."]),
        ({"body": 5}, ["Text: Give a text here."]),
        ({"body": None}, ["Text: Fill this in."]),
        ({"body": {"a": 1}}, ["Text: Give a text here."]),
        ({"body": "x" * 4001}, ["Text: Use at most 4000 characters."]),
        ({"title": "x" * 121}, ["Title: Use at most 120 characters."]),
        ({"slug": "Not a slug!"}, ["Address: This is not in the right form."]),
        ({"region": 10**400}, ["Region: Choose one of the list."]),
        ({"reviewed_on": "yesterday"}, ["Last reviewed on: Give a date here, such as 2026-11-21."]),
        ({"review_due": "2999-01-01"}, ["Next review due on: Set a date after the last review and at most 24 m"]),
        ({"sources": "none"}, ["Sources: Give a list in brackets here."]),
        ({"sources": [{"type": "rumour", "text": "x"}]}, ["Sources: no. 1: type: Choose one of the list."]),
        ({"sources": [{"type": "study", "text": "x", "url": "javascript:x"}]}, ["Sources: no. 1: url: This is"]),
        ({"body": "<script>alert(1)</script>"}, ["Text: Leave out HTML such as “<script>”. Use Markdown, or"]),
        ({"body": "![x](media:none)"}, ["Text: There is no picture “media:none”. Upload it under “Pictures” first."]),
        ({"sources": [{"type": "study", "text": "New"}]}, ["Sources: You may not add sources. Use those that"]),
    ],
)  # fmt: skip
def test_wrong_value_is_named_by_row_and_field(editor, values, messages):
    [row] = exported(make_muscle())

    [(state, found)] = said(dry_run(editor, [changed(row, **values)]))
    assert (state, [one[: len(message)] for one, message in zip(found, messages, strict=True)]) == ("wrong", messages)
    assert Source.objects.count() == 1


@pytest.mark.parametrize("number", ["10", 10**30, -1, 1.5, True, [], "9" * 5000])
def test_wrong_number_is_named(number):
    make_muscle()
    [row] = exported(make_stretch())

    [(state, [message])] = said(dry_run(signed_in(make_editor()), [changed(row, dose={"sets": number})]))

    assert (state, message[:6]) == (("changed", "Dose") if number in ("10", True) else ("wrong", "Dose: "))


@pytest.mark.parametrize("row", [None, 5, "row", [], True])
def test_row_that_is_no_row_is_named(editor, row):
    assert said(dry_run(editor, [row])) == [("wrong", [": A row is an object in braces."])]


def test_document_that_stands_twice_in_the_file_is_named(editor):
    [row] = exported(make_muscle())

    assert said(dry_run(editor, [row, row])) == [
        ("unchanged", []),
        ("wrong", [": This document stands in the file before, in the same language."]),
    ]


def test_id_of_another_kind_is_refused():
    muscle = make_muscle()
    [row] = exported(make_stretch())

    report = dry_run(signed_in(make_editor()), [{**row, "document_id": str(muscle.document_id)}])

    assert said(report) == [("wrong", ["document_id: A page of another kind has this id."])]


DEEP = b'{"format": "hipcare working copies", "version": 1, "rows": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"
ONE = b'{"format": "hipcare working copies", "version": 1, "rows": [%s]}'


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "The submitted file is empty."),
        (b"{", "This is not JSON: look at line 1, column 2."),
        (b"\xff\xfe\x00", "This file is not UTF-8 text. Save it as UTF-8."),
        (b"[]", "This is not an export of working copies."),
        (b"null", "This is not an export of working copies."),
        (b'{"format": "hipcare working copies", "rows": {}}', "This is not an export of working copies."),
        (b'{"format": "hipcare working copies", "version": 2, "rows": []}', "This export has another version than thi"),
        (b'{"format": "hipcare working copies", "version": 1, "rows": []}', "There is nothing in this file."),
        (DEEP, "This file is nested too deeply."),
        (ONE % b'{"a": NaN}', "“NaN” in this file is no number."),
        (ONE % b'{"a": 1, "a": 2}', "“a” stands twice in one place of this file."),
        (ONE % (b"9" * 5000), "There is a number with too many digits in this file."),
        (ONE % b",".join([b"{}"] * (MAX_ROWS + 1)), f"This file has {MAX_ROWS + 1} rows. Use at most {MAX_ROWS}."),
        (b" " * (5 * 1024 * 1024 + 1), "The file is too large. Use at most 5 MB."),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else "",
)
def test_file_that_cannot_be_read_gets_a_message_at_the_field(editor, data, message):
    response = send(editor, data)

    assert response.status_code == 200
    assert response.context["form"].errors["file"][0][: len(message)] == message


def test_import_without_a_file_or_with_a_strange_language_gets_a_message(editor):
    response = editor.post(IMPORT, {"language": "xx"})

    assert list(response.context["form"].errors) == ["file", "language"]


@pytest.mark.parametrize("token", ["", "x", "\x00", "9" * 4000, "../../x"])
def test_confirmation_of_nothing_says_so(editor, token):
    response = editor.post(IMPORT, {"token": token}, follow=True)

    assert "Nothing was imported: the file was kept for an hour and is gone." in response.text


def test_file_of_another_editor_is_not_imported(editor):
    [row] = exported(make_muscle())
    token = send(editor, file_of([changed(row, body="New.")])).context["token"]

    signed_in(make_editor("other@example.org")).post(IMPORT, {"token": token})

    assert Muscle.objects.get().body == "It bends the hip."


@pytest.mark.parametrize("rights", [("library.view_muscle",), ("library.add_muscle",), ("library.change_stretch",)])
def test_who_may_not_write_neither_exports_nor_imports_by_direct_request(rights):
    muscle = make_muscle()
    [row] = exported(muscle)
    somebody = signed_in(make_editor("s@example.org", *rights))

    answers = [
        somebody.get(f"{HOME}export/").status_code,
        somebody.get(IMPORT).status_code,
        send(somebody, file_of([changed(row, body="New.")])).status_code,
        somebody.post(IMPORT, {"token": "x"}).status_code,
    ]
    listed = somebody.post(HOME, {"action": "export_chosen", "_selected_action": [muscle.pk]})

    assert answers == [403] * 4
    assert not listed.has_header("Content-Disposition")
    assert Muscle.objects.get().body == "It bends the hip."


def test_rights_hold_row_by_row():
    stretch_row, muscle_row = exported(make_muscle() and make_stretch(), Muscle.objects.get())
    writer = signed_in(make_editor("w@example.org", "library.change_muscle"))
    new = {key: muscle_row[key] for key in ("kind", "language")} | {"values": {**muscle_row["values"], "slug": "other"}}

    report = dry_run(writer, [stretch_row, changed(muscle_row, body="New."), new])

    assert said(report) == [
        ("wrong", [": You may not change this page."]),
        ("changed", ["Text"]),
        ("wrong", [": You may not add a page of this kind."]),
    ]


def test_import_needs_a_token_of_this_site():
    client = Client(enforce_csrf_checks=True)
    client.cookies = signed_in(make_editor()).cookies

    assert send(client, file_of(exported(make_muscle()))).status_code == 403


def test_list_offers_both_to_those_who_may_write(editor):
    make_muscle()
    viewer = signed_in(make_editor("v@example.org", "library.view_muscle"))

    assert (f'href="{IMPORT}"' in editor.get(HOME).text, f'href="{IMPORT}"' in viewer.get(HOME).text) == (True, False)


def test_commands_take_working_copies_out_and_in(tmp_path: Path):
    make_muscle()
    out, file = StringIO(), tmp_path / "muscles.json"
    call_command("export_copies", "muscle", stdout=out)
    file.write_text(out.getvalue().replace("It bends the hip.", "New words."), encoding="utf-8")
    dry, wet = StringIO(), StringIO()

    call_command("import_copies", str(file), "--dry-run", stdout=dry)
    before = Muscle.objects.get().body
    call_command("import_copies", str(file), stdout=wet)

    assert dry.getvalue() == "1. muscle Psoas: changed (Text)\nnew 0, changed 1, unchanged 0, wrong 0\n"
    assert (before, Muscle.objects.get().body, wet.getvalue()) == ("It bends the hip.", "New words.", dry.getvalue())


def test_command_names_what_is_wrong(tmp_path: Path):
    file = tmp_path / "rows.json"
    file.write_bytes(file_of([{"kind": "moon", "language": "en", "values": {}}]))

    with pytest.raises(CommandError, match=r"Nothing was imported\."):
        call_command("import_copies", str(file), stdout=StringIO())
