"""An old version taken back into the working copy: nothing that somebody wrote goes unseen."""

from __future__ import annotations

import pytest
from django.test import Client

from apps.library.models import Muscle, Stretch
from apps.publishing.models import LoggedAct, Publication
from apps.publishing.services import document_of, publish
from apps.publishing.workflow.appraisal import appraise
from tests.documents import stretch_document
from tests.publishing.editors import HOME, live_muscle, make_editor, publish_muscle, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> Client:
    """A browser in which an editor who may do everything is signed in."""
    return signed_in(make_editor())


def opened(editor: Client, address: str) -> dict[str, str]:
    """Open the restore page; return what it would send."""
    return {"where": "working-copy", "version": editor.get(address).context["version"]}


def test_save_made_while_the_restore_page_is_open_is_not_lost(editor):
    muscle = live_muscle(body="First words.")
    address = f"{HOME}{muscle.pk}/restore/{Publication.objects.get().pk}/"
    sent = opened(editor, address)
    muscle.body = "Words of another editor."
    muscle.save()

    stopped = editor.post(address, sent)
    kept = Muscle.objects.get().body
    editor.post(address, {**sent, "version": stopped.context["version"]})

    assert stopped.context["form"].non_field_errors() == [
        "This was changed since you opened this page. Read it again, then go on."
    ]
    assert 'name="version"' in stopped.text
    assert (kept, Muscle.objects.get().body) == ("Words of another editor.", "First words.")


def test_words_that_were_never_published_are_pointed_out_before_they_go(editor):
    muscle = live_muscle(body="First words.")
    address = f"{HOME}{muscle.pk}/restore/{Publication.objects.get().pk}/"
    before = editor.get(address).context["never_published"]
    muscle.body = "Unpublished words."
    muscle.save()

    page = editor.get(address)

    assert (before, page.context["never_published"]) == (False, True)
    assert "The working copy has words that were never published." in page.text


def published_stretch_whose_muscle_was_renamed() -> tuple[Stretch, Publication]:
    muscle = live_muscle("psoas")
    stretch = Stretch()
    stretch.save_document(stretch_document(title="As it was"))
    old = publish(document=document_of(stretch), note="N.")
    Muscle.objects.filter(pk=muscle.pk).update(slug="iliopsoas")
    Stretch.objects.filter(pk=stretch.pk).update(title="As it is")
    return stretch, old


def test_version_that_names_what_is_not_here_is_refused_at_its_field(editor):
    stretch, old = published_stretch_whose_muscle_was_renamed()
    address = f"/admin/library/stretch/{stretch.pk}/restore/{old.pk}/"

    answer = editor.post(address, opened(editor, address))

    [problem] = answer.context["form"].problems
    message = "There is no working copy in English of muscle “psoas” any more, under that address."
    assert (problem.label, problem.anchor, problem.messages) == ("Muscles", "id_muscles", (message,))
    assert f'href="/admin/library/stretch/{stretch.pk}/change/#id_muscles"' in answer.text
    stretch.refresh_from_db()
    assert (stretch.title, [one.slug for one in stretch.muscles.all()]) == ("As it is", ["iliopsoas"])
    assert not LoggedAct.objects.filter(act="taken-back").exists()


def test_version_that_names_what_is_gone_is_refused_for_readers_at_its_field(editor):
    target = live_muscle("iliacus")
    muscle = live_muscle("psoas", body="See the [iliacus](/muscles/iliacus/).")
    old = Publication.objects.get(slug="psoas")
    Muscle.objects.filter(pk=muscle.pk).update(body="Second words.")
    publish_muscle(Muscle.objects.get(pk=muscle.pk))
    editor.post(f"{HOME}{target.pk}/withdraw/", {"note": "Wrong."})

    answer = editor.post(f"{HOME}{muscle.pk}/restore/{old.pk}/", {"where": "readers", "note": "Back."})

    assert [(problem.label, problem.anchor) for problem in answer.context["form"].problems] == [("Text", "id_body")]
    assert f'href="{HOME}{muscle.pk}/change/#id_body"' in answer.text


def states(editor: Client, muscle: Muscle) -> tuple[str, list[str], list[str]]:
    """Return the state on the form, and the slugs in the list of what was changed and what is live."""
    lists = [editor.get(f"{HOME}?state={state}").context["cl"].result_list for state in ("changed", "live")]
    changed, live = [[row.slug for row in rows] for rows in lists]
    return editor.get(f"{HOME}{muscle.pk}/change/").context["acts"]["state"], changed, live


def test_working_copy_that_differs_from_a_restored_version_is_changed(editor):
    muscle = live_muscle(body="First words.")
    old = Publication.objects.get()
    muscle.body = "Second words."
    muscle.save()
    appraise(muscle)
    publish_muscle(muscle)
    before = states(editor, muscle)

    editor.post(f"{HOME}{muscle.pk}/restore/{old.pk}/", {"where": "readers", "note": "Back."})

    assert before == ("Live", [], ["psoas"])
    assert states(editor, muscle) == ("Live, changed since publication", ["psoas"], [])
    parts = {part.name: [line.title for line in part.lines] for part in editor.get("/admin/").context["parts"]}
    assert parts["changed"] == ["Psoas"]


def test_working_copy_that_is_saved_back_to_what_is_live_is_not_changed(editor):
    muscle = live_muscle(body="First words.")
    muscle.body = "Second words."
    muscle.save()
    muscle.body = "First words."
    muscle.save()
    appraise(muscle)

    assert states(editor, muscle) == ("Live", [], ["psoas"])
