"""Lists of working copies: states in words, filters, and queries that do not grow."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from apps.library.models import Muscle, Routine, RoutineStep, Stretch
from apps.publishing.models import Publication
from apps.publishing.services import withdraw
from tests.documents import stretch_document
from tests.publishing.editors import HOME, live_muscle, make_editor, make_muscle, publish_muscle, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> Client:
    """A browser in which an editor who may do everything is signed in."""
    return signed_in(make_editor())


def listed(editor: Client, query: str = "") -> list[str]:
    return [row.slug for row in editor.get(f"{HOME}?{query}").context["cl"].result_list]


def state_of(editor: Client) -> str:
    changelist = editor.get(HOME).context["cl"]
    return str(changelist.model_admin.state(changelist.result_list[0]))


def one_of_each_state() -> None:
    make_muscle("never")
    live_muscle("live")
    changed = live_muscle("changed")
    changed.save()
    publish_muscle(make_muscle("scheduled"), live_from=timezone.now() + timedelta(days=1))
    gone = live_muscle("withdrawn")
    withdraw(publication=Publication.objects.get(document_id=gone.document_id), reason="Wrong.")


def test_never_published(editor):
    make_muscle()

    assert state_of(editor) == "Never published"


def test_live(editor):
    live_muscle()

    assert state_of(editor) == "Live"


def test_changed_since(editor):
    live_muscle().save()

    assert state_of(editor) == "Live, changed since publication"


def test_withdrawn(editor):
    live_muscle()
    withdraw(publication=Publication.objects.get(), reason="Wrong.")

    assert state_of(editor) == "Withdrawn"


def test_live_and_scheduled(editor):
    muscle = live_muscle()
    publish_muscle(muscle, live_from=timezone.now() + timedelta(days=1))

    assert state_of(editor).startswith("Live; Scheduled for ")


@pytest.mark.parametrize("state", ["never", "live", "changed", "scheduled", "withdrawn"])
def test_filter_by_state(editor, state):
    one_of_each_state()

    assert listed(editor, f"state={state}") == [state]


def test_filter_by_review(editor):
    today = timezone.localdate()
    for slug, days in (("late", -1), ("soon", 30), ("far", 200)):
        make_muscle(slug, reviewed_on=today - timedelta(days=300), review_due=today + timedelta(days=days))

    assert (listed(editor, "review=overdue"), listed(editor, "review=soon")) == (["late"], ["soon"])


def test_overdue_is_said_in_words(editor):
    make_muscle(reviewed_on=date(2020, 1, 1), review_due=date(2021, 1, 1))

    assert "2021-01-01 <strong>overdue</strong>" in editor.get(HOME).text


@pytest.mark.parametrize("query", ["state=nonsense", "review=nonsense", "q=%00", "q=" + "x" * 3000])
def test_unknown_filters_and_hostile_words_are_harmless(editor, query):
    make_muscle()

    assert editor.get(f"{HOME}?{query}").status_code == 200


@pytest.mark.parametrize("page", ["/admin/library/muscle/", "/admin/library/stretch/"])
def test_queries_of_a_list_do_not_grow_with_its_rows(editor, page):
    counts = []
    for number in (1, 2, 3):
        live_muscle(f"muscle-{number}")
        Stretch().save_document(stretch_document(f"stretch-{number}", muscles=["muscle-1"], number=number))
        with CaptureQueriesContext(
            connection,
        ) as queries:
            editor.get(page)
        counts.append(len(queries))

    assert counts[2] == counts[0]


def test_queries_of_the_publications_do_not_grow_with_them(editor):
    counts = []
    for number in (1, 2, 3):
        publish_muscle(make_muscle(f"muscle-{number}"), author=make_editor(f"e{number}@example.org"))
        with CaptureQueriesContext(connection) as queries:
            editor.get("/admin/publishing/publication/")
        counts.append(len(queries))

    assert counts[2] == counts[0]


def test_queries_of_a_routines_form_grow_by_no_more_than_one_a_step(editor):
    make_muscle()
    stretch = Stretch()
    stretch.save_document(stretch_document())
    routine = Routine.objects.create(
        title="R", slug="r", summary="S.", code="RT-01", minutes=5, why="Why.",
        reviewed_on=date(2026, 1, 1), review_due=date(2027, 1, 1),
    )  # fmt: skip
    counts = []
    for order in range(3):
        RoutineStep.objects.create(routine=routine, order=order, stretch=stretch)
        with CaptureQueriesContext(connection) as queries:
            editor.get(f"/admin/library/routine/{routine.pk}/change/")
        counts.append(len(queries))

    assert counts[2] - counts[1] <= 1  # the words of the chosen move, which its search field asks for


def test_source_that_is_cited_is_not_deleted(editor):
    muscle = make_muscle()
    source = muscle.sources.get()

    cited = editor.post(f"/admin/publishing/source/{source.pk}/delete/", {"post": "yes"}).status_code
    Muscle.objects.all().delete()
    free = editor.post(f"/admin/publishing/source/{source.pk}/delete/", {"post": "yes"}).status_code

    assert (cited, free) == (403, 302)
