"""Who may do what in the editors' room, by direct request."""

from __future__ import annotations

import pytest
from django.test import Client

from apps.publishing.models import Publication
from apps.publishing.services import document_of
from tests.publishing.editors import HOME, form_values, live_muscle, make_editor, make_muscle, signed_in

pytestmark = pytest.mark.django_db

VIEW, CHANGE = "library.view_muscle", "library.change_muscle"
PUBLISH = ("publishing.publish_document", "publishing.publish_unreviewed")
READING = ("change", "look", "compare", "history")


def test_stranger_sees_nothing(client):
    muscle = live_muscle()

    answers = {client.get(f"{HOME}{muscle.pk}/{act}/").status_code for act in (*READING, "publish", "withdraw")}

    assert answers == {302}


def test_reader_with_an_account_sees_nothing():
    muscle, reader = live_muscle(), make_editor("r@example.org")
    reader.is_staff = reader.is_superuser = False
    reader.save()

    answers = {signed_in(reader).get(f"{HOME}{muscle.pk}/{act}/").status_code for act in READING}

    assert answers == {302}


def test_editor_without_rights_sees_nothing():
    muscle = live_muscle()
    editor = signed_in(make_editor("n@example.org", "library.view_stretch"))

    answers = {editor.get(f"{HOME}{muscle.pk}/{act}/").status_code for act in READING}

    assert answers == {403}


def test_viewer_looks_and_changes_nothing():
    muscle = live_muscle(body="First.")
    old = Publication.objects.get()
    viewer = signed_in(make_editor("v@example.org", VIEW))

    reading = {viewer.get(f"{HOME}{muscle.pk}/{act}/").status_code for act in READING}
    acting = [
        viewer.post(f"{HOME}{muscle.pk}/change/", form_values(muscle, body="New.")).status_code,
        viewer.post(f"{HOME}{muscle.pk}/publish/", {"note": "N", "digest": "x"}).status_code,
        viewer.post(f"{HOME}{muscle.pk}/withdraw/", {"note": "N"}).status_code,
        viewer.post(f"{HOME}{muscle.pk}/restore/{old.pk}/", {"where": "working-copy"}).status_code,
    ]

    assert (reading, acting) == ({200}, [403] * 4)
    assert Publication.objects.count() == 1


def test_author_writes_and_does_not_publish():
    muscle = live_muscle()
    old = Publication.objects.get()
    author = signed_in(make_editor("a@example.org", VIEW, CHANGE))

    answers = [
        author.post(f"{HOME}{muscle.pk}/change/", form_values(muscle, body="New.")).status_code,
        author.post(f"{HOME}{muscle.pk}/restore/{old.pk}/", {"where": "working-copy"}).status_code,
        author.post(f"{HOME}{muscle.pk}/restore/{old.pk}/", {"where": "readers", "note": "N"}).status_code,
        author.post(f"{HOME}{muscle.pk}/publish/", {"note": "N", "digest": "x"}).status_code,
        author.post(f"{HOME}{muscle.pk}/withdraw/", {"note": "N"}).status_code,
    ]

    assert answers == [302, 302, 403, 403, 403]
    assert Publication.objects.count() == 1


def test_author_is_not_offered_to_publish():
    muscle = make_muscle()
    author = signed_in(make_editor("a@example.org", VIEW, CHANGE))

    assert "Save and publish" not in author.get(f"{HOME}{muscle.pk}/change/").text


def test_publisher_publishes_and_does_not_write():
    muscle = make_muscle()
    publisher = signed_in(make_editor("p@example.org", VIEW, *PUBLISH))

    writing = publisher.post(f"{HOME}{muscle.pk}/change/", form_values(muscle, body="New.")).status_code
    publisher.post(f"{HOME}{muscle.pk}/publish/", {"note": "N", "digest": document_of(muscle).digest})

    assert (writing, Publication.objects.count()) == (403, 1)


@pytest.mark.parametrize("act", ["publish", "withdraw"])
def test_s01_act_needs_a_token_of_this_site(act):
    muscle = live_muscle()
    client = Client(enforce_csrf_checks=True)
    client.cookies = signed_in(make_editor()).cookies

    response = client.post(f"{HOME}{muscle.pk}/{act}/", {"note": "N"})

    assert (response.status_code, Publication.objects.count()) == (403, 1)


def test_s02_foreign_origin_is_refused():
    muscle = live_muscle()
    client = Client(enforce_csrf_checks=True, headers={"Origin": "https://bad.example"})
    client.cookies = signed_in(make_editor()).cookies
    token = client.get(f"{HOME}{muscle.pk}/withdraw/").cookies["csrf"].value

    response = client.post(f"{HOME}{muscle.pk}/withdraw/", {"note": "N", "csrfmiddlewaretoken": token})

    assert (response.status_code, Publication.objects.count()) == (403, 1)


@pytest.mark.parametrize("act", ["publish", "withdraw", "look", "compare", "history", "restore/1"])
def test_act_on_what_does_not_exist_is_404(act):
    assert signed_in(make_editor()).get(f"{HOME}999/{act}/").status_code == 404


def test_publications_are_read_and_never_changed():
    live_muscle()
    editor, publication = signed_in(make_editor()), Publication.objects.get()
    page = f"/admin/publishing/publication/{publication.pk}"

    answers = [
        editor.get(f"{page}/change/").status_code,
        editor.post(f"{page}/change/", {"title": "Other"}).status_code,
        editor.post(f"{page}/delete/", {"post": "yes"}).status_code,
        editor.get("/admin/publishing/publication/add/").status_code,
    ]

    assert answers == [200, 403, 403, 403]
