"""What a page names, in its fields and in the links of its texts: held before publishing, and listed when it breaks."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from apps.library.models import Muscle, Stretch
from apps.publishing.content_files import content_paths, read_document
from apps.publishing.kinds import kinds
from apps.publishing.links import dead_links
from apps.publishing.models import Publication
from apps.publishing.references import references_of
from apps.publishing.services import document_of, publish
from apps.publishing.workflow.appraisal import appraise
from apps.publishing.workflow.queries import broken_references
from tests.documents import muscle_document, stretch_document
from tests.publishing.editors import HOME, live_muscle, make_editor, make_muscle, publish_muscle, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> Client:
    """A browser in which an editor who may do everything is signed in."""
    return signed_in(make_editor())


def named_on_withdrawal(editor: Client, muscle: Muscle) -> list[str]:
    """Return what the page before a withdrawal lists."""
    listed = editor.get(f"{HOME}{muscle.pk}/withdraw/").context["referring"]
    return [one.document.slug for _label, one, _language in listed]


def test_link_to_a_page_that_readers_do_not_get_is_refused_at_its_field(editor):
    muscle = make_muscle(body="See the [psoas](/muscles/iliacus/).")

    problems = editor.get(f"{HOME}{muscle.pk}/publish/").context["checked"].problems

    assert [(problem.label, problem.anchor, problem.messages) for problem in problems] == [
        ("Text", "id_body", ("These are named here but not published: muscle “iliacus”.",))
    ]


@pytest.mark.parametrize(
    "link", ["[x](/muscles/iliacus)", "[x](/muscles/iliacus/?a=1#where)", "[x][1]\n\n[1]: /muscles/iliacus/"]
)
def test_link_counts_however_it_is_written(link):
    assert references_of(muscle_document(body=link)) == {("muscle", "iliacus")}


def test_word_of_the_glossary_is_named_by_its_anchor():
    assert references_of(muscle_document(body="A [bursa](/glossary/#bursa).")) == {("term", "bursa")}


@pytest.mark.parametrize(
    "address",
    [
        "/safety/", "/stretches/", "/stretches/know-before-you-go-deep/", "/glossary/", "/journal/#today", "#below",
        "https://example.org/muscles/iliacus/", "//example.org/x/", "mailto:a@example.org", "/muscles/psoas/#where",
        "/static/icons/favicon.ico", "/es/muscles/iliaco/",
    ],
)  # fmt: skip
def test_links_that_name_no_other_document_of_the_language_keep_nothing_back(address):
    publish(document=muscle_document(body=f"See [this]({address})."), note="First.")

    assert Publication.objects.count() == 1


def test_link_to_an_address_without_any_page_is_refused_at_its_field():
    with pytest.raises(ValidationError) as refusal:
        publish(document=muscle_document(body="See [this](/muscels/iliacus/)."), note="First.")

    assert refusal.value.message_dict == {"body": ["There is no page at “/muscels/iliacus/”."]}


def test_page_can_be_submitted_while_what_it_links_to_is_on_its_way(editor):
    muscle = make_muscle(body="See the [iliacus](/muscles/iliacus/).")

    assert editor.get(f"{HOME}{muscle.pk}/submit/").context["ready"] is True


def test_link_is_listed_before_a_withdrawal(editor):
    target = live_muscle("iliacus")
    live_muscle("psoas", body="See the [iliacus](/muscles/iliacus/).")
    live_muscle("piriformis", body="The word iliacus alone is no link.")

    assert named_on_withdrawal(editor, target) == ["psoas"]


def test_scheduled_version_that_names_the_page_is_listed_with_its_time(editor):
    target, psoas = live_muscle("iliacus"), live_muscle("psoas")
    Muscle.objects.filter(pk=psoas.pk).update(body="See the [iliacus](/muscles/iliacus/).")
    psoas.refresh_from_db()
    tomorrow = timezone.now() + timedelta(days=1)
    publish_muscle(psoas, live_from=tomorrow)

    [(_label, one, _language)] = editor.get(f"{HOME}{target.pk}/withdraw/").context["referring"]

    assert (one.document.slug, one.begins) == ("psoas", tomorrow)


def test_page_in_another_language_that_relies_on_this_one_is_listed(editor):
    target = live_muscle("iliacus")
    publish(document=muscle_document("psoas", language="es", body="El [iliacus](/es/muscles/iliacus/)."), note="N.")

    page = editor.get(f"{HOME}{target.pk}/withdraw/")

    assert named_on_withdrawal(editor, target) == ["psoas"]
    assert "Muscle: Psoas (Spanish)" in page.text


def test_page_in_another_language_that_has_its_own_translation_is_not_listed(editor):
    target = live_muscle("iliacus")
    publish(document=muscle_document("iliacus", language="es"), note="N.")
    publish(document=muscle_document("psoas", language="es", body="El [iliacus](/es/muscles/iliacus/)."), note="N.")

    assert named_on_withdrawal(editor, target) == []


def test_page_that_links_to_one_that_is_gone_is_on_the_first_page(editor):
    target = live_muscle("iliacus")
    muscle = live_muscle("psoas", body="See the [iliacus](/muscles/iliacus/).")
    appraise(muscle)

    editor.post(f"{HOME}{target.pk}/withdraw/", {"note": "Wrong."})

    parts = {part.name: [line.title for line in part.lines] for part in editor.get("/admin/").context["parts"]}
    assert parts["broken"] == ["Psoas"]


def test_page_that_names_another_by_its_old_address_is_not_broken():
    target = live_muscle("psoas")
    stretch = Stretch()
    stretch.save_document(stretch_document())
    publish(document=document_of(stretch), note="N.")
    appraise(stretch)

    Muscle.objects.filter(pk=target.pk).update(slug="iliopsoas")
    target.refresh_from_db()
    publish_muscle(target)

    assert list(broken_references()) == []


def test_page_that_names_another_by_its_old_address_can_be_published():
    target = live_muscle("iliacus")
    Muscle.objects.filter(pk=target.pk).update(slug="iliopsoas")
    target.refresh_from_db()
    publish_muscle(target)

    publish(document=muscle_document(body="See [this](/muscles/iliacus/)."), note="N.")

    assert Publication.objects.filter(slug="psoas").exists()


def test_every_link_of_the_shipped_content_leads_to_a_shipped_page():
    documents = [read_document(path, kind.document_class) for kind in kinds for path in content_paths(kind.folder)]
    there = {(document.kind, document.slug) for document in documents if document.language == settings.LANGUAGE_CODE}

    lost = {(one.slug, pair) for one in documents for pair in references_of(one) - there}
    dead = {(one.slug, path) for one in documents for _field, path in dead_links(one)}

    assert (lost, dead) == (set(), set())
