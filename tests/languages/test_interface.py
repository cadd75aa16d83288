"""Every word of the interface can be translated, and every word of a document says its language."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import translation

from apps.core.registries import pages
from tests.languages.pseudo import bracketed_spanish, outside_brackets, wrongly_marked

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("content")]

_rendered: dict[str, str] = {}


@pytest.fixture
def bracketed(client: Client) -> dict[str, str]:
    """Every Spanish page with brackets for translations, by address, rendered once: the content is the same."""
    if not _rendered:
        with bracketed_spanish():
            with translation.override("es"):
                urls = [page.url for page in pages]
            answers = {url: client.get(url) for url in urls}
        html = {url: answer for url, answer in answers.items() if answer["Content-Type"].startswith("text/html")}
        _rendered.update((url, answer.content.decode()) for url, answer in html.items())
    return _rendered


def test_no_word_of_the_interface_is_left_untranslated(bracketed: dict[str, str]) -> None:
    found = {url: words for url, html in bracketed.items() if (words := outside_brackets(html))}

    assert found == {}


def test_no_word_of_the_interface_is_marked_as_english(bracketed: dict[str, str]) -> None:
    found = {url: words for url, html in bracketed.items() if (words := wrongly_marked(html))}

    assert found == {}


def test_every_page_exists_in_spanish(bracketed: dict[str, str]) -> None:
    with translation.override("es"):
        spanish = {page.url for page in pages}

    assert len([url for url in bracketed if url.startswith("/es/")]) == len(bracketed)
    assert set(bracketed) <= spanish
