"""Every public page can be read by somebody who is tired and in pain."""

from __future__ import annotations

from statistics import median

import pytest
from django.test import Client

from apps.core.registries import pages
from apps.library.documents import MuscleDocument
from apps.publishing.catalogue import catalogue
from tests.reading import page_grade, page_texts

HIGHEST_GRADE, HIGHEST_MEDIAN = 9.0, 7.0


@pytest.mark.django_db
@pytest.mark.usefixtures("content")
def test_no_public_page_is_hard_and_half_of_them_are_easy(client: Client) -> None:
    names = [muscle.title for muscle in catalogue("en").all(MuscleDocument)]
    answers = {page.url: client.get(page.url) for page in pages}
    html = {url: answer for url, answer in answers.items() if answer["Content-Type"].startswith("text/html")}
    grades = {url: page_grade(answer.content.decode(), excepted=names) for url, answer in html.items()}

    assert {url: round(grade, 1) for url, grade in grades.items() if grade > HIGHEST_GRADE} == {}
    assert median(grades.values()) <= HIGHEST_MEDIAN
    assert len(grades) > 150


def test_text_is_counted_once_and_what_is_looked_up_not_at_all() -> None:
    html = """<main>Loose words. <div><p>One <b>two</b>.</p><ul><li>Three four <p>five six</p></li></ul></div>
    <nav><p>not this</p></nav><ol class="references"><li>nor that</li></ol>
    <ul><li class="chip">nor it</li></ul></main>"""

    assert page_texts(html) == ["One two.", "five six", "Three four", "Loose words."]
