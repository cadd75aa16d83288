"""Phrases to avoid as content: loaded from the file, changed by editors, honoured before publishing."""

from __future__ import annotations

import pytest
from django.test import Client

from apps.publishing.phrases import Phrase, load_phrases, phrases_in_use
from apps.publishing.wording import find_phrases, shipped_phrases
from tests.publishing.editors import HOME, make_editor, make_muscle, signed_in

pytestmark = pytest.mark.django_db

PHRASES = "/admin/publishing/phrase/"


@pytest.fixture
def editor() -> Client:
    """A browser in which an editor who may do everything is signed in."""
    return signed_in(make_editor())


def phrase_values(**changes: object) -> dict[str, object]:
    return {
        "language": "en", "level": "banned", "forms": "snake oil\nmagic", "unless": "", "why": "promotes",
        "instead": "leave it out", "in_use": "on", **changes,
    }  # fmt: skip


def found(text: str, language: str = "en") -> list[tuple[str, str]]:
    return [(one.words, one.level) for one in find_phrases([text], phrases_in_use(language))]


def test_phrases_of_the_file_hold_before_any_are_loaded():
    assert phrases_in_use("en") == shipped_phrases()


def test_loaded_phrases_are_those_of_the_file():
    assert load_phrases() == len(shipped_phrases())
    assert set(phrases_in_use("en")) == set(shipped_phrases())


def test_loading_again_writes_nothing():
    load_phrases()

    assert load_phrases() == 0


def test_loading_keeps_what_an_editor_has_changed():
    load_phrases()
    Phrase.objects.filter(key="unlock").update(instead="ease")

    load_phrases()

    assert Phrase.objects.get(key="unlock").instead == "ease"


def test_loading_takes_over_what_the_file_says_now():
    load_phrases()
    row = Phrase.objects.get(key="unlock")
    row.instead = "an older suggestion"
    row.shipped_digest = row.digest()
    row.save()

    load_phrases()

    assert Phrase.objects.get(key="unlock").instead == "loosen, or move more easily"


def test_added_phrase_is_named_before_publishing(editor):
    load_phrases()
    editor.post(f"{PHRASES}add/", phrase_values())
    muscle = make_muscle(body="No snake-oil here.")

    findings = editor.get(f"{HOME}{muscle.pk}/publish/").context["findings"]

    assert [(one.words, one.instead) for one in findings["banned"]] == [("snake-oil", "leave it out")]


def test_careful_phrase_is_named_apart(editor):
    muscle = make_muscle(body="It may feel tight.")

    findings = editor.get(f"{HOME}{muscle.pk}/publish/").context["findings"]

    assert ([one.words for one in findings["careful"]], findings["banned"]) == (["tight"], [])


def test_phrase_out_of_use_is_found_no_more():
    load_phrases()
    Phrase.objects.filter(key="unlock").update(in_use=False)

    assert found("Unlock it.") == []


def test_phrase_may_stand_within_a_longer_one():
    assert found("It is nerve damage, not damage.") == [("damage", "banned")]


def test_phrases_hold_in_their_own_language_alone():
    load_phrases()
    Phrase.objects.create(language="es", forms=["milagro"], why="promotes", instead="nada")

    assert (found("Un milagro.", "es"), found("Un milagro."), found("Unlock it.", "es")) == (
        [("milagro", "banned")], [], [],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("forms", "message"),
    [
        ("", "This field is required."),
        ("...", "“...” is no word or short phrase."),
        ("x" * 81, f"“{'x' * 40}” is no word or short phrase."),
    ],
)
def test_wrong_form_gets_a_message_beside_its_field(editor, forms, message):
    response = editor.post(f"{PHRASES}add/", phrase_values(forms=forms))

    assert response.context["adminform"].form.errors == {"forms": [message]}


@pytest.mark.parametrize("forms", ["(a+)+$", "[", "a{1,99999}", ".*"])
def test_form_is_taken_as_it_is_written_and_never_as_a_pattern(editor, forms):
    editor.post(f"{PHRASES}add/", phrase_values(forms=forms))

    assert found("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!") == []


def test_phrase_of_the_file_is_not_deleted(editor):
    load_phrases()
    row = Phrase.objects.get(key="unlock")

    assert editor.post(f"{PHRASES}{row.pk}/delete/", {"post": "yes"}).status_code == 403


def test_phrase_that_an_editor_added_is_deleted(editor):
    editor.post(f"{PHRASES}add/", phrase_values())

    editor.post(f"{PHRASES}{Phrase.objects.get().pk}/delete/", {"post": "yes"})

    assert not Phrase.objects.exists()


def test_editor_without_the_right_changes_no_phrase():
    author = signed_in(make_editor("author@example.org", "library.change_muscle"))

    assert author.post(f"{PHRASES}add/", phrase_values()).status_code == 403
