"""Publish, withdraw and restore in the editors' room."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from apps.library.models import Muscle
from apps.publishing.models import Publication
from apps.publishing.services import document_of
from tests.publishing.editors import (
    HOME,
    form_values,
    live_muscle,
    live_text,
    make_editor,
    make_muscle,
    publish_muscle,
    signed_in,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> Client:
    """A browser in which an editor who may do everything is signed in."""
    return signed_in(make_editor())


def publish_values(muscle: Muscle, **changes: str) -> dict[str, str]:
    return {"note": "Say it better.", "digest": document_of(muscle).digest, **changes}


def test_publishing_makes_the_working_copy_what_readers_see(editor):
    muscle = make_muscle(body="It bends the hip well.")

    response = editor.post(f"{HOME}{muscle.pk}/publish/", publish_values(muscle))

    assert response.headers["Location"] == f"{HOME}{muscle.pk}/change/"
    assert live_text() == "It bends the hip well."


def test_publication_carries_author_and_note(editor):
    muscle = make_muscle()

    editor.post(f"{HOME}{muscle.pk}/publish/", publish_values(muscle))

    publication = Publication.objects.get()
    assert (str(publication.author), publication.note) == ("ed@example.org", "Say it better.")


def test_page_that_a_lone_editor_publishes_says_so(editor):
    muscle = make_muscle()

    editor.post(f"{HOME}{muscle.pk}/publish/", publish_values(muscle))

    page = editor.get("/muscles/psoas/").text
    assert "<dt>Read by a second editor</dt><dd>Not reviewed by a second person</dd>" in page


def test_asking_to_publish_publishes_nothing(editor):
    muscle = make_muscle()

    assert editor.get(f"{HOME}{muscle.pk}/publish/").status_code == 200
    assert not Publication.objects.exists()


def test_note_is_required(editor):
    muscle = make_muscle()

    response = editor.post(f"{HOME}{muscle.pk}/publish/", publish_values(muscle, note=""))

    assert response.context["form"].errors == {"note": ["This field is required."]}
    assert not Publication.objects.exists()


def test_publishing_the_same_again_is_explained(editor):
    muscle = live_muscle()

    response = editor.post(f"{HOME}{muscle.pk}/publish/", publish_values(muscle))

    assert response.context["form"].non_field_errors() == [
        "Nothing was published: readers see exactly this already, or will at that time."
    ]
    assert Publication.objects.count() == 1


def test_what_changed_since_the_page_was_opened_is_not_published(editor):
    muscle = make_muscle()
    values = publish_values(muscle)
    Muscle.objects.filter(pk=muscle.pk).update(body="Somebody else's words.")

    response = editor.post(f"{HOME}{muscle.pk}/publish/", values)

    assert response.context["form"].non_field_errors() == [
        "This was changed since you opened this page. Read it again, then go on."
    ]
    assert not Publication.objects.exists()


def test_publication_can_be_scheduled(editor):
    muscle, tomorrow = make_muscle(), timezone.now() + timedelta(days=1)

    editor.post(f"{HOME}{muscle.pk}/publish/", publish_values(muscle, live_from=f"{tomorrow:%Y-%m-%dT%H:%M}"))

    assert Publication.objects.get().live_from == tomorrow.replace(second=0, microsecond=0)
    assert editor.get("/muscles/psoas/").status_code == 404


@pytest.mark.parametrize("moment", ["2020-01-01T10:00", "soon", "2026-13-40T99:00"])
def test_time_that_is_past_or_no_time_is_refused(editor, moment):
    muscle = make_muscle()

    response = editor.post(f"{HOME}{muscle.pk}/publish/", publish_values(muscle, live_from=moment))

    assert list(response.context["form"].errors) == ["live_from"]
    assert not Publication.objects.exists()


def test_what_cannot_be_published_names_the_field(editor):
    muscle = make_muscle()
    muscle.sources.clear()

    response = editor.post(f"{HOME}{muscle.pk}/publish/", publish_values(muscle))

    problem = response.context["checked"].problems[0]
    assert (problem.label, problem.anchor) == ("Sources", "id_sources")
    assert problem.messages == ("Name at least one source before you publish.",)
    assert not Publication.objects.exists()


def test_empty_text_names_the_field_in_plain_words(editor):
    muscle = make_muscle()
    Muscle.objects.filter(pk=muscle.pk).update(body="")

    problem = editor.get(f"{HOME}{muscle.pk}/publish/").context["checked"].problems[0]

    assert (problem.label, problem.anchor, problem.messages) == ("Text", "id_body", ("Fill this in.",))


def test_address_of_another_page_is_refused(editor):
    live_muscle("psoas")
    other = make_muscle("iliacus")
    Muscle.objects.filter(slug="psoas").delete()
    Muscle.objects.filter(pk=other.pk).update(slug="psoas")
    other.refresh_from_db()

    response = editor.post(f"{HOME}{other.pk}/publish/", publish_values(other))

    assert response.context["checked"].problems[0].anchor == "id_slug"
    assert Publication.objects.count() == 1


def test_banned_words_are_named_before_publishing(editor):
    muscle = make_muscle(body="It will unlock your hips.")

    findings = editor.get(f"{HOME}{muscle.pk}/publish/").context["findings"]

    assert [finding.words for finding in findings["banned"]] == ["unlock"]


def test_withdrawn_page_answers_410(editor):
    muscle = live_muscle()

    editor.post(f"{HOME}{muscle.pk}/withdraw/", {"note": "It was wrong."})

    assert Publication.objects.order_by("version").last().note == "It was wrong."
    assert editor.get("/muscles/psoas/").status_code == 410


def test_withdrawing_needs_a_reason(editor):
    muscle = live_muscle()

    response = editor.post(f"{HOME}{muscle.pk}/withdraw/", {"note": " "})

    assert response.context["form"].errors == {"note": ["This field is required."]}
    assert Publication.objects.count() == 1


def test_withdrawing_what_is_not_live_changes_nothing(editor):
    muscle = make_muscle()

    editor.post(f"{HOME}{muscle.pk}/withdraw/", {"note": "Why"})

    assert not Publication.objects.exists()


def test_old_version_goes_back_into_the_working_copy_only(editor):
    muscle = live_muscle(body="First words.")
    old = Publication.objects.get()
    Muscle.objects.filter(pk=muscle.pk).update(body="Second words.")
    muscle.refresh_from_db()
    publish_muscle(muscle)

    editor.post(f"{HOME}{muscle.pk}/restore/{old.pk}/", {"where": "working-copy"})

    muscle.refresh_from_db()
    assert (muscle.body, live_text()) == ("First words.", "Second words.")


def test_old_version_goes_straight_to_readers(editor):
    muscle = live_muscle(body="First words.")
    old = Publication.objects.get()
    Muscle.objects.filter(pk=muscle.pk).update(body="Second words.")
    muscle.refresh_from_db()
    publish_muscle(muscle)

    editor.post(f"{HOME}{muscle.pk}/restore/{old.pk}/", {"where": "readers", "note": "Back."})

    muscle.refresh_from_db()
    assert (muscle.body, live_text()) == ("Second words.", "First words.")


def test_restoring_to_readers_needs_a_note(editor):
    muscle = live_muscle()
    old = Publication.objects.get()

    response = editor.post(f"{HOME}{muscle.pk}/restore/{old.pk}/", {"where": "readers"})

    assert list(response.context["form"].errors) == ["note"]
    assert Publication.objects.count() == 1


def test_publication_of_another_document_is_not_restored_here(editor):
    live_muscle("iliacus")
    muscle = make_muscle("psoas")

    response = editor.post(f"{HOME}{muscle.pk}/restore/{Publication.objects.get().pk}/", {"where": "working-copy"})

    assert response.status_code == 404


def test_address_that_another_working_copy_has_now_stops_the_restore(editor):
    muscle = live_muscle("psoas")
    old = Publication.objects.get()
    Muscle.objects.filter(pk=muscle.pk).update(slug="iliopsoas")
    make_muscle("other")
    Muscle.objects.filter(slug="other").update(slug="psoas")

    response = editor.post(f"{HOME}{muscle.pk}/restore/{old.pk}/", {"where": "working-copy"})

    muscle.refresh_from_db()
    assert response.context["form"].non_field_errors() == [
        "Another working copy has the address of this version now. Change that one first."
    ]
    assert muscle.slug == "iliopsoas"


def test_save_and_publish_goes_on_to_publishing_what_was_saved(editor):
    muscle = make_muscle()

    response = editor.post(f"{HOME}{muscle.pk}/change/", form_values(muscle, body="New.", _publish="1"))

    muscle.refresh_from_db()
    assert response.headers["Location"] == f"{HOME}{muscle.pk}/publish/"
    assert muscle.body == "New."
