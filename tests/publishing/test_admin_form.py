"""The change form: what it refuses, what it keeps, and two editors at once."""

from __future__ import annotations

from datetime import date

import html5lib
import pytest
from django.test import Client

from apps.library.models import Muscle, Routine, RoutineStep, Stretch
from apps.publishing.models import Publication
from tests.documents import stretch_document
from tests.publishing.editors import HOME, form_values, live_muscle, make_editor, make_muscle, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> Client:
    """A browser in which an editor who may do everything is signed in."""
    return signed_in(make_editor())


def stretch_values(stretch: Stretch, **changes: object) -> dict[str, object]:
    values: dict[str, object] = {
        name: getattr(stretch, name)
        for name in ("title", "slug", "language", "summary", "number", "difficulty", "sides", "steps_basis")
    }
    values |= {name: "\n".join(getattr(stretch, name)) for name in ("steps", "feel", "cautions")}
    values |= {name: getattr(stretch, name) for name in ("kinds", "positions", "places")}
    values |= {"muscles": [muscle.pk for muscle in stretch.muscles.all()], "dose_basis": stretch.dose_basis}
    values |= {"sources": [source.pk for source in stretch.sources.all()], "_continue": "1"}
    values |= {"reviewed_on": str(stretch.reviewed_on), "review_due": str(stretch.review_due)}
    values |= {"version": stretch.updated_at.isoformat(), "swaps-TOTAL_FORMS": 0, "swaps-INITIAL_FORMS": 0}
    return {**values, **changes}


def make_stretch() -> Stretch:
    make_muscle()
    stretch = Stretch()
    stretch.save_document(stretch_document())
    return stretch


def test_saving_changes_the_working_copy_and_no_publication(editor):
    muscle = live_muscle()

    editor.post(f"{HOME}{muscle.pk}/change/", form_values(muscle, body="New words."))

    muscle.refresh_from_db()
    assert (muscle.body, Publication.objects.count()) == ("New words.", 1)


def test_saving_without_a_change_is_no_change(editor):
    muscle = live_muscle()

    editor.post(f"{HOME}{muscle.pk}/change/", form_values(muscle))

    assert Muscle.objects.get().updated_at == muscle.updated_at


@pytest.mark.parametrize(
    ("field", "text", "message"),
    [
        ("body", "Hi <script>alert(1)</script>", "Leave out HTML such as “<script>”."),
        ("summary", "A <b>bold</b> claim.", "Leave out HTML such as “<b>”."),
        ("body", "<img src=x onerror=alert(1)>", "Leave out HTML such as “<img src=x onerror=alert(1)>”."),
        ("body", "[x](javascript:alert(1))", "A link leads to an address that starts with https:// or /"),
        ("body", "[x]( DATA:text/html,x)", "A link leads to an address that starts with https:// or /"),
        ("title", "", "This field is required."),
        ("title", "x" * 121, "Ensure this value has at most 120 characters (it has 121)."),
        ("body", "x" * 4001, "Ensure this value has at most 4000 characters (it has 4001)."),
        ("slug", "Not a slug!", "Enter a valid “slug” consisting of"),
        ("region", "moon", "Select a valid choice. moon is not one of the available choices."),
        ("reviewed_on", "yesterday", "Enter a valid date."),
        ("review_due", "2999-01-01", "Set a date after the last review and at most 24 months later."),
        ("sources", ["99999"], "Select a valid choice. 99999 is not one of the available choices."),
        ("title", "NUL \x00 byte", "Null characters are not allowed."),
    ],
)
def test_wrong_value_gets_a_message_beside_its_field_and_nothing_is_lost(editor, field, text, message):
    muscle = make_muscle()

    response = editor.post(f"{HOME}{muscle.pk}/change/", form_values(muscle, where="Kept words.", **{field: text}))

    form = response.context["adminform"].form
    assert list(form.errors) == [field]
    assert form.errors[field][0].startswith(message)
    assert 'value="Kept words."' in response.text
    assert Muscle.objects.get().where == "In front of the hip."


def test_address_of_another_working_copy_is_refused(editor):
    make_muscle("iliacus")
    muscle = make_muscle("psoas")

    response = editor.post(f"{HOME}{muscle.pk}/change/", form_values(muscle, slug="iliacus"))

    assert response.context["adminform"].form.errors == {"__all__": ["Another page has this address already."]}


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"hold_seconds": "0"}, "hold_seconds"),
        ({"hold_seconds": "3601"}, "hold_seconds"),
        ({"hold_seconds": "-5"}, "hold_seconds"),
        ({"hold_seconds": "half"}, "hold_seconds"),
        ({"hold_seconds": "9" * 40}, "hold_seconds"),
        ({"hold_seconds": "30", "hold_seconds_max": "20"}, "hold_seconds_max"),
        ({"sets_max": "3"}, "sets_max"),
        ({"positions": ["standing", "floating"]}, "positions"),
        ({"positions": []}, "positions"),
    ],
)
def test_dose_or_code_out_of_range_gets_a_message_beside_its_field(editor, changes, field):
    stretch = make_stretch()

    response = editor.post(f"/admin/library/stretch/{stretch.pk}/change/", stretch_values(stretch, **changes))

    assert list(response.context["adminform"].form.errors) == [field]


def test_stretch_that_hangs_together_is_saved(editor):
    stretch = make_stretch()

    editor.post(
        f"/admin/library/stretch/{stretch.pk}/change/",
        stretch_values(stretch, hold_seconds="30", hold_seconds_max="60", steps="One.\n\nTwo."),
    )

    stretch.refresh_from_db()
    assert (stretch.hold_seconds, stretch.hold_seconds_max, stretch.steps) == (30, 60, ["One.", "Two."])


def test_form_says_what_keeps_a_page_from_being_published(editor):
    stretch = make_stretch()
    Stretch.objects.filter(pk=stretch.pk).update(avoid=["knee-pain"], adapt=["knee-pain"])

    problems = editor.get(f"/admin/library/stretch/{stretch.pk}/change/").context["problems"]

    assert [problem.messages for problem in problems] == [("A caution is either avoided or adapted for, not both.",)]


def test_reference_that_is_not_published_is_named(editor):
    stretch = make_stretch()

    problems = editor.get(f"/admin/library/stretch/{stretch.pk}/change/").context["problems"]

    assert [(problem.label, problem.anchor, problem.messages) for problem in problems] == [
        ("Muscles", "id_muscles", ("These are named here but not published: muscle “psoas”.",))
    ]


def test_second_of_two_saves_is_stopped_with_both_versions_shown():
    muscle = make_muscle()
    first, second = signed_in(make_editor("ann@example.org", name="Ann")), signed_in(make_editor())
    opened = form_values(muscle)
    first.post(f"{HOME}{muscle.pk}/change/", {**opened, "body": "Ann's words."})

    response = second.post(f"{HOME}{muscle.pk}/change/", {**opened, "body": "My words."})

    other = response.context["other"]
    shown = [(one.label, one.theirs, one.yours) for one in other.differences]
    assert (other.saved_by, shown) == ("Ann", [("Text", "Ann's words.", "My words.")])
    assert "My words." in response.text
    assert Muscle.objects.get().body == "Ann's words."


def test_read_version_can_be_replaced():
    muscle = make_muscle()
    first, second = signed_in(make_editor("ann@example.org")), signed_in(make_editor())
    opened = form_values(muscle)
    first.post(f"{HOME}{muscle.pk}/change/", {**opened, "body": "Ann's words."})
    stopped = second.post(f"{HOME}{muscle.pk}/change/", {**opened, "body": "My words."})

    second.post(
        f"{HOME}{muscle.pk}/change/",
        {**opened, "body": "My words.", "replace_version": stopped.context["other"].version},
    )

    assert Muscle.objects.get().body == "My words."


def test_third_version_in_between_stops_the_replacement_again():
    muscle = make_muscle()
    first, second = signed_in(make_editor("ann@example.org")), signed_in(make_editor())
    opened = form_values(muscle)
    first.post(f"{HOME}{muscle.pk}/change/", {**opened, "body": "Ann's words."})
    stopped = second.post(f"{HOME}{muscle.pk}/change/", {**opened, "body": "My words."})
    first.post(f"{HOME}{muscle.pk}/change/", form_values(Muscle.objects.get(), body="Ann again."))

    second.post(
        f"{HOME}{muscle.pk}/change/",
        {**opened, "body": "My words.", "replace_version": stopped.context["other"].version},
    )

    assert Muscle.objects.get().body == "Ann again."


@pytest.mark.parametrize("version", ["", "never", "2026-01-01T00:00:00", "\x00", "9" * 300])
def test_hostile_version_stops_the_save(editor, version):
    muscle = make_muscle()

    response = editor.post(f"{HOME}{muscle.pk}/change/", form_values(muscle, body="New.", version=version))

    assert response.status_code == 200
    assert Muscle.objects.get().body == "It bends the hip."


def test_new_working_copy_is_made(editor):
    values = form_values(make_muscle("psoas"), title="Iliacus", slug="iliacus")
    del values["version"]

    editor.post(f"{HOME}add/", values)

    assert sorted(Muscle.objects.values_list("slug", flat=True)) == ["iliacus", "psoas"]


def test_published_page_is_not_deleted(editor):
    muscle = live_muscle()

    assert editor.post(f"{HOME}{muscle.pk}/delete/", {"post": "yes"}).status_code == 403
    assert Muscle.objects.exists()


def test_page_that_was_never_published_is_deleted(editor):
    muscle = make_muscle()

    editor.post(f"{HOME}{muscle.pk}/delete/", {"post": "yes"})

    assert not Muscle.objects.exists()


def routine_of_two_moves() -> Routine:
    stretch = make_stretch()
    routine = Routine(code="RT-01", title="Short break", slug="short-break", minutes=5, why="It helps.")
    routine.summary, routine.reviewed_on, routine.review_due = "A break.", date(2026, 11, 21), date(2027, 11, 21)
    routine.save()
    for order, note in enumerate(("First note.", "Second note.")):
        RoutineStep.objects.create(routine=routine, order=order, stretch=stretch, note=note)
    return routine


def routine_values(routine: Routine, notes: dict[int, str], **changes: object) -> dict[str, object]:
    """Return what the form sends; `notes` by the id of the step."""
    names = ("title", "slug", "language", "summary", "code", "minutes", "why")
    values: dict[str, object] = {name: getattr(routine, name) for name in names}
    values |= {"reviewed_on": "2026-11-21", "review_due": "2027-11-21", "default": "on", "_continue": "1"}
    values |= {"version": routine.updated_at.isoformat()}
    values |= {"steps-TOTAL_FORMS": len(notes), "steps-INITIAL_FORMS": len(notes)}
    for number, (pk, note) in enumerate(notes.items()):
        row = {"id": pk, "routine": routine.pk, "order": number, "type": "move", "note": note}
        row |= {"stretch": Stretch.objects.get().pk, "dose_basis": "general-rule"}
        values |= {f"steps-{number}-{name}": value for name, value in row.items()}
    return {**values, **changes}


def notes_of(routine: Routine) -> list[str]:
    return [step.note for step in routine.steps.all()]


def test_second_save_of_rows_is_stopped_with_both_versions_shown(editor):
    routine = routine_of_two_moves()
    address = f"/admin/library/routine/{routine.pk}/change/"
    one, two = routine.steps.all()
    editor.post(address, routine_values(routine, {one.pk: "Theirs.", two.pk: "Second note."}))

    response = editor.post(address, routine_values(routine, {one.pk: "Mine.", two.pk: "Second note."}))

    [difference] = response.context["other"].differences
    assert (difference.label, difference.theirs, difference.yours) == ("step 1: Note", "Theirs.", "Mine.")
    assert notes_of(routine) == ["Theirs.", "Second note."]
    assert 'value="Mine."' in response.text


def test_rows_that_the_other_has_deleted_meanwhile_are_not_lost(editor):
    """A restored version has rows of its own: the ids that this form knows are gone."""
    routine = routine_of_two_moves()
    address = f"/admin/library/routine/{routine.pk}/change/"
    one, two = routine.steps.all()
    sent = routine_values(routine, {one.pk: "Mine.", two.pk: "Mine too."})
    routine.steps.all().delete()
    RoutineStep.objects.create(routine=routine, stretch=Stretch.objects.get(), note="Restored.", order=5)
    routine.save()

    stopped = editor.post(address, sent)
    seen = stopped.context["other"]
    page = html5lib.parse(stopped.text, namespaceHTMLElements=False)
    fields = [(str(field.get("name")), field.get("value", "")) for field in page.iter("input")]
    rows = {name: value for name, value in fields if name.startswith("steps-")}
    again = {**sent, **{name: value for name, value in rows.items() if not name.endswith("-DELETE")}}
    again = {name: value for name, value in again.items() if not name.endswith("-optional")}
    saved = editor.post(address, {**again, "replace_version": seen.version})

    assert saved.status_code == 302
    assert notes_of(routine) == ["Mine.", "Mine too.", "Restored."]


def test_rows_that_the_other_has_added_are_shown(editor):
    routine = routine_of_two_moves()
    one, two = routine.steps.all()
    sent = routine_values(routine, {one.pk: "Mine.", two.pk: "Second note."})
    RoutineStep.objects.create(routine=routine, stretch=Stretch.objects.get(), note="Added.", order=2)
    routine.save()

    response = editor.post(f"/admin/library/routine/{routine.pk}/change/", sent)

    assert [(one.label, one.theirs, one.yours) for one in response.context["other"].differences] == [
        ("step 1: Note", "First note.", "Mine."),
        ("step", "Move Hip stretch", ""),
    ]
