"""Hostile text in what editors say beside a page, in sources, phrases and names: refused, or shown as text alone."""

from __future__ import annotations

import re
from html import escape
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from apps.core.models import User
from apps.library.models import Muscle
from apps.publishing.models import LoggedAct, Phrase, Publication, Source
from apps.publishing.services import document_of
from apps.publishing.workflow.services import publish_page, submit
from tests.publishing.editors import HOME, live_muscle, make_editor, make_muscle, publish_muscle, signed_in
from tests.publishing.test_cancel import with_schedule
from tests.publishing.test_hostile_content import dangers

pytestmark = pytest.mark.django_db

HOSTILE = (
    "</script><script>alert(1)</script><svg/onload=alert(1)>\"'><img src=x onerror=y> [x](javascript:a) {{ 7|add:7 }}"
)
SHOWN = re.compile(re.escape(escape(HOSTILE)).replace("\\&\\#x27;", "&#(?:x27|39);"))
LOG, FIRST, READERS = "/admin/publishing/loggedact/", "/admin/", "/muscles/psoas/"


@pytest.fixture
def editor() -> Client:
    """A browser in which an editor who may do everything is signed in."""
    return signed_in(make_editor())


def here(muscle: Muscle, act: str) -> str:
    return f"{HOME}{muscle.pk}/{act}/"


def assert_shown_as_text(client: Client, *pages: str) -> None:
    """Assert that each page shows the words, and that nothing in them has become markup."""
    answers = {page: client.get(page) for page in pages}
    assert {page: found for page, answer in answers.items() if (found := dangers(answer.text))} == {}
    assert [page for page, answer in answers.items() if not SHOWN.search(answer.text)] == []


def waiting_muscle(words: str = "") -> Muscle:
    """Return a muscle that waits for a review."""
    muscle = make_muscle()
    writer = make_editor("writer@example.org")
    submit(working_copy=muscle, digest=document_of(muscle).digest, by=writer, words=words)
    return muscle


def test_comment(editor):
    muscle = waiting_muscle()

    assert editor.post(here(muscle, "comment"), {"words": HOSTILE}).status_code == 302

    pages = [here(muscle, act) for act in ("change", "comment", "review", "history")]
    assert_shown_as_text(editor, *pages, f"{LOG}{LoggedAct.objects.get(act='commented').pk}/change/")


def test_words_of_a_submission(editor, django_capture_on_commit_callbacks):
    muscle = make_muscle()
    make_editor("reviewer@example.org")

    with django_capture_on_commit_callbacks(execute=True):
        sent = {"digest": document_of(muscle).digest, "words": HOSTILE}
        assert editor.post(here(muscle, "submit"), sent).status_code == 302

    pages = [here(muscle, act) for act in ("change", "comment", "history")]
    assert_shown_as_text(editor, *pages)
    [letter] = mail.outbox
    assert (HOSTILE in letter.body, letter.alternatives) == (True, [])  # plain text, in which nothing runs


def test_reason_of_sending_back(editor):
    muscle = waiting_muscle()

    sent = {"decision": "send-back", "words": HOSTILE, "digest": document_of(muscle).digest}
    assert editor.post(here(muscle, "review"), sent).status_code == 302

    assert_shown_as_text(editor, *(here(muscle, act) for act in ("change", "comment", "history")))
    assert_shown_as_text(signed_in(User.objects.get(email="writer@example.org")), here(muscle, "change"))


def test_note_for_readers(editor):
    muscle = make_muscle()

    sent = {"note": HOSTILE, "digest": document_of(muscle).digest}
    assert editor.post(here(muscle, "publish"), sent).status_code == 302

    old = Publication.objects.get()
    records = f"/admin/publishing/publication/{old.pk}/change/", "/admin/publishing/publication/"
    acts = [here(muscle, act) for act in ("history", f"restore/{old.pk}")]
    assert_shown_as_text(editor, READERS, *acts, *records)


def test_reason_of_withdrawing(editor):
    muscle = live_muscle()

    assert editor.post(here(muscle, "withdraw"), {"note": HOSTILE}).status_code == 302

    assert_shown_as_text(editor, READERS, here(muscle, "history"))


def test_reason_of_cancelling(editor):
    muscle, coming = with_schedule()

    assert editor.post(here(muscle, f"cancel/{coming.pk}"), {"reason": HOSTILE}).status_code == 302

    assert_shown_as_text(editor, here(muscle, "history"))
    assert HOSTILE[:20] not in editor.get(READERS).text


def source_values(**changes: Any) -> dict[str, Any]:
    return {"type": "article", "text": "An article.", "url": "https://example.org/a", **changes}


def test_reference_of_a_source(editor):
    muscle = make_muscle()

    editor.post("/admin/publishing/source/add/", source_values(text=HOSTILE))
    muscle.sources.set(Source.objects.filter(text=HOSTILE))
    muscle.save()
    publish_muscle(muscle)

    pages = [here(muscle, act) for act in ("change", "compare")]
    source = f"/admin/publishing/source/{Source.objects.get(text=HOSTILE).pk}/change/"
    assert_shown_as_text(editor, READERS, source, "/admin/publishing/source/", *pages[:1])
    assert dangers(editor.get(pages[1]).text) == []


def test_reference_of_a_source_is_offered_as_data_and_no_page(editor):
    Source.objects.create(type="article", text=HOSTILE)

    question = {"app_label": "library", "model_name": "muscle", "field_name": "sources", "term": "alert"}
    answer = editor.get("/admin/autocomplete/", question)

    assert (answer["Content-Type"], answer.json()["results"][0]["text"]) == ("application/json", HOSTILE)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)//https://example.org", "data:text/html,<script>alert(1)</script>",
        "https://example.org/\" onmouseover=\"alert(1)", "http://example.org", "//example.org", "https://", HOSTILE,
    ],
)  # fmt: skip
def test_address_of_a_source_is_refused_beside_its_field(editor, address):
    answer = editor.post("/admin/publishing/source/add/", source_values(url=address))

    assert (answer.status_code, Source.objects.count()) == (200, 0)
    assert list(answer.context["adminform"].form.errors) == ["url"]
    assert [one for one in dangers(answer.text) if not one.startswith("input value=")] == []  # it stays to be mended


def phrase_values(**changes: Any) -> dict[str, Any]:
    values = {"language": "en", "level": "banned", "forms": "melts", "unless": "", "why": "Too much", "instead": "Ease"}
    return {**values, "in_use": "on", **changes}


def test_words_of_a_phrase(editor):
    muscle = make_muscle(body="It melts away.")

    editor.post("/admin/publishing/phrase/add/", phrase_values(why=HOSTILE, instead=HOSTILE))

    phrase = f"/admin/publishing/phrase/{Phrase.objects.get(why=HOSTILE).pk}/change/"
    listed = "/admin/publishing/phrase/?q=melts"
    assert_shown_as_text(editor, phrase, listed, here(muscle, "publish"), here(muscle, "change"))


def test_words_of_a_phrase_come_to_the_writing_help_as_data(editor):
    editor.post("/admin/publishing/phrase/add/", phrase_values(why=HOSTILE, instead=HOSTILE))

    question = {"language": "en", "texts": {"summary": "It melts away."}}
    answer = editor.post(f"{HOME}wording/", question, content_type="application/json")

    assert answer.status_code == 200
    assert (answer["Content-Type"], "alert(1)" in answer.text) == ("application/json", True)


def test_forms_of_a_phrase(editor):
    muscle = make_muscle(body="It melts away.")

    hostile = "<img src=x onerror=alert(1)>"
    editor.post("/admin/publishing/phrase/add/", phrase_values(forms=f"melts\n{hostile}", unless=hostile))

    listed = editor.get("/admin/publishing/phrase/?q=melts").text
    form = editor.get(f"/admin/publishing/phrase/{Phrase.objects.latest('pk').pk}/change/").text
    assert ([dangers(page) for page in (listed, form)], [escape(hostile) in page for page in (listed, form)]) == (
        [[], []],
        [True, True],
    )
    assert "“melts”" in editor.get(here(muscle, "publish")).text


def test_name_of_an_editor():
    somebody = make_editor("somebody@example.org", name=HOSTILE)
    reader = signed_in(make_editor())
    muscle = live_muscle()
    muscle.body = "Second."
    muscle.save()
    digest = document_of(muscle).digest
    submit(working_copy=muscle, digest=digest, by=somebody, words="Please.")

    pages = [here(muscle, act) for act in ("change", "comment", "review", "history")]
    assert_shown_as_text(reader, *pages, LOG, f"/admin/core/user/{somebody.pk}/change/")
    assert_shown_as_text(signed_in(somebody), FIRST)


def test_name_of_a_reviewer_before_readers():
    writer, reviewer = make_editor("writer@example.org"), make_editor(name=HOSTILE)
    muscle = make_muscle()
    digest = document_of(muscle).digest
    submit(working_copy=muscle, digest=digest, by=writer)
    sent = {"decision": "approve", "digest": digest}
    client = signed_in(reviewer)
    assert client.post(here(muscle, "review"), sent).status_code == 302

    assert_shown_as_text(client, here(muscle, "publish"))
    publish_page(working_copy=muscle, digest=digest, note="N.", by=writer)
    assert_shown_as_text(client, READERS, here(muscle, "history"))
