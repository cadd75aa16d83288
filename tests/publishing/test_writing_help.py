"""Writing help: the same answer on the page and for its script, in every text field, and nothing that runs."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from apps.guides.documents.reading import TermDocument
from apps.library.enums import Caution
from apps.publishing.services import publish
from apps.publishing.writing import WritingHelp
from tests.documents import muscle_document
from tests.publishing.editors import HOME, form_values, make_editor, make_muscle, signed_in

pytestmark = pytest.mark.django_db

WORDING = f"{HOME}wording/"
LONG = "This is a sentence that goes on " + "and on " * 12 + "and then stops."


@pytest.fixture
def editor() -> Client:
    """A browser in which an editor who may do everything is signed in."""
    return signed_in(make_editor())


def ask(client: Client, address: str = WORDING, language: str = "en", **texts: object) -> Any:
    return client.post(address, {"language": language, "texts": texts}, content_type="application/json")


def publish_term(title: str = "Psoas", **changes: object) -> None:
    base = muscle_document().model_dump(exclude={"where", "job", "body", "region"})
    publish(document=TermDocument.model_validate({**base, "title": title, **changes}), note="First published.")


def test_long_sentence_is_told_with_its_words():
    review = WritingHelp("en").review(f"Short one. {LONG}")

    assert [count for count, _sentence in review.long_sentences] == [34]


def test_grade_is_told_from_ten_words_on():
    help_ = WritingHelp("en")

    assert help_.review("One two three four five six seven eight nine.").grade is None
    very_plain = "Sit on the mat now. Lift one leg up a bit."  # the formula says -1.6: no school year
    assert help_.review(very_plain).grade == 0


def test_address_of_a_link_counts_for_nothing():
    help_ = WritingHelp("en")
    text = "Sit on the mat and lift one leg up a [bit]."

    assert help_.review(text.replace("]", "](/stretches/unlock-the-hips/)")) == help_.review(text)


def test_names_of_muscles_do_not_make_a_text_hard():
    text = "Rest your iliopsoas on the mat and let the iliopsoas rest."
    before = WritingHelp("en").review(text).grade or 0
    publish(document=muscle_document("iliopsoas"), note="First published.")

    assert (WritingHelp("en").review(text).grade or 99) < before


def test_word_of_the_glossary_is_offered_as_a_link_where_it_stands():
    publish_term(also=["hip flexor"])

    [word] = WritingHelp("en").review("Your Hip flexor works.", links=True).glossary

    assert (word.word, word.at, word.link) == ("Hip flexor", 5, "[Hip flexor](/glossary/#psoas)")


@pytest.mark.parametrize("text", ["See [the psoas](/guides/a/).", "[It](/glossary/#psoas) is the psoas.", "Psoasis"])
def test_word_that_is_linked_already_is_not_offered(text):
    publish_term()

    assert WritingHelp("en").review(text, links=True).glossary == ()


def test_answer_names_each_field_with_its_findings(editor):
    text = ask(editor, summary="It will unlock the hip.", body=LONG).json()["html"]

    assert 'data-help-for="id_summary"' in text
    assert "“unlock” (over-promises): say “loosen, or move more easily”." in text
    assert "A sentence of 34 words (up to 20 read well)" in text
    assert "1 phrase to think about." in " ".join(text.split())


def test_page_says_the_same_without_a_script(editor):
    muscle = make_muscle(body="It will unlock the hip.")

    text = editor.get(f"{HOME}{muscle.pk}/change/").text

    assert "“unlock” (over-promises)" in text
    assert '<a href="#id_body">Text</a>' in text


def test_page_that_came_back_with_errors_is_about_what_was_typed(editor):
    muscle = make_muscle()

    response = editor.post(f"{HOME}{muscle.pk}/change/", form_values(muscle, title="", body="Unlock it, my friend."))

    assert "“Unlock” (over-promises)" in response.text


@pytest.mark.parametrize("language", ["xx", "../../etc", "e\x00n", ""])
def test_page_with_a_language_that_there_is_not_comes_back(editor, language):
    muscle = make_muscle()

    response = editor.post(f"{HOME}{muscle.pk}/change/", form_values(muscle, language=language))

    assert list(response.context["adminform"].form.errors) == ["language"]


def test_preview_is_what_readers_get_of_markdown(editor):
    text = ask(editor, body="A **bold** word and <script>alert(1)</script> [x](javascript:alert(1)).").json()["html"]

    assert "<p>A <strong>bold</strong> word and &lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert "<script" not in text
    assert 'href="javascript' not in text


def test_plain_fields_have_no_preview(editor):
    assert "<details" not in ask(editor, summary="A **bold** word with some more words, ten of them.").json()["html"]


@pytest.mark.parametrize("name", ["slug", "version", "region", "sources", "nonsense", "steps-0-text", "__proto__"])
def test_fields_that_are_no_texts_are_left_alone(editor, name):
    assert "data-help-for" not in ask(editor, **{name: "Unlock the hip now."}).json()["html"]


def test_rows_of_a_form_are_told_by_number(editor):
    text = ask(editor, "/admin/library/routine/wording/", **{"steps-2-note": "Unlock it, my friend."}).json()["html"]

    assert '<a href="#id_steps-2-note">Step 3: Note</a>' in text


@pytest.mark.parametrize(
    "body",
    [
        b"", b"nonsense", b"[]", b"null", b"1", b'{"language": "en"}', b'{"language": "en", "texts": []}',
        b'{"language": "en", "texts": {"body": 1}}', b'{"language": "xx", "texts": {}}',
        b'{"language": [], "texts": {}}', b'{"language": "en", "texts": {"body": null}}', b"\xff\xfe",
        b"[" * 100_000,
    ],
)  # fmt: skip
def test_malformed_question_is_422(editor, body):
    assert editor.post(WORDING, body, content_type="application/json").status_code == 422


@pytest.mark.parametrize("text", ["x" * 500_000, "a-" * 20_000, "[" * 20_000, "“" * 20_000, "\x00\ud7ff \U0010ffff"])
def test_hostile_text_is_answered(editor, text):
    assert ask(editor, body=text).status_code == 200


def test_question_is_asked_by_post_alone(editor):
    assert editor.get(WORDING).status_code == 405


def test_stranger_gets_no_help(client):
    assert ask(client).status_code == 302


def test_editor_without_the_right_gets_no_help():
    other = signed_in(make_editor("other@example.org", "guides.view_faq"))

    assert ask(other).status_code == 403


def test_question_needs_a_token_of_this_site():
    careful = Client(enforce_csrf_checks=True)
    careful.cookies = signed_in(make_editor()).cookies

    assert ask(careful).status_code == 403


def test_every_caution_is_explained(editor):
    text = editor.get("/admin/library/stretch/add/").text

    assert text.count("<dt>") == 2 * len(Caution)
    assert "How long one hold lasts." in text


def test_queries_do_not_grow_with_the_texts(editor, django_assert_num_queries):
    ask(editor)
    texts = {f"steps-{row}-note": "Unlock it, my friend." for row in range(40)}

    with django_assert_num_queries(4):
        ask(editor, "/admin/library/routine/wording/", **texts)
