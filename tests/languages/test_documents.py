"""Documents in a second language: what is translated, what stands in, and how both are found."""

from __future__ import annotations

from typing import Any

import html5lib
import pytest
from django.conf import settings
from django.test import Client
from django.utils import translation

from apps.core.registries import pages
from apps.library.documents import MuscleDocument, StretchDocument
from apps.publishing.catalogue import catalogue
from apps.publishing.models import Publication
from apps.publishing.services import FormError, publish, withdraw
from tests.documents import muscle_document, stretch_document

pytestmark = pytest.mark.django_db

ES: dict[str, Any] = {
    "document_id": stretch_document().document_id,
    "language": "es",
    "slug": "estirar-la-cadera",
    "title": "Estirar la cadera",
    "summary": "Una frase corta.",
}


@pytest.fixture(autouse=True)
def english() -> None:
    """A muscle and two moves in English."""
    for document in (muscle_document(), stretch_document(), stretch_document("other-stretch", number=2)):
        publish(document=document, note="First.")


@pytest.fixture
def spanish() -> Publication:
    """The first of the moves in Spanish, at an address of its own."""
    return publish(document=stretch_document(**ES), note="Primera.")


def publish_spanish_muscle() -> None:
    own: dict[str, Any] = {
        "document_id": muscle_document().document_id,
        "slug": "psoas-iliaco",
        "title": "Psoas ilíaco",
    }
    publish(document=muscle_document(language="es", **own), note="Primera.")


def body(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200, answer
    return answer.content.decode()


def links(html: str, rel: str) -> dict[str, str]:
    head = html5lib.parse(html, namespaceHTMLElements=False).find("head")
    found = {link.get("hreflang") or "": link.get("href") or "" for link in head.iter("link") if link.get("rel") == rel}
    assert all(address.startswith(f"{settings.PUBLIC_URL}/") for address in found.values())
    return {language: address.removeprefix(settings.PUBLIC_URL) for language, address in found.items()}


@pytest.mark.usefixtures("spanish")
def test_translated_document_is_shown_at_its_own_address(client: Client) -> None:
    html = body(client, "/es/stretches/estirar-la-cadera/")

    assert "<h1>Estirar la cadera</h1>" in html
    assert '<html lang="es"' in html


@pytest.mark.usefixtures("spanish")
def test_english_address_leads_to_the_translation(client: Client) -> None:
    answer = client.get("/es/stretches/hip-stretch/")

    assert (answer.status_code, answer["Location"]) == (301, "/es/stretches/estirar-la-cadera/")


def test_document_without_translation_stands_in_marked_and_with_a_note(client: Client) -> None:
    html = body(client, "/es/stretches/other-stretch/")

    assert '<h1 lang="en">Other stretch</h1>' in html
    assert "Esta página todavía no está traducida. Su texto está en inglés." in html


@pytest.mark.usefixtures("spanish")
def test_default_language_carries_no_mark_and_no_note(client: Client) -> None:
    html = body(client, "/stretches/hip-stretch/")

    assert "<h1>Hip stretch</h1>" in html
    assert 'lang="en">' not in html.replace('<html lang="en" dir="ltr">', "")


@pytest.mark.usefixtures("spanish")
def test_list_mixes_translations_and_what_stands_in(client: Client) -> None:
    html = body(client, "/es/stretches/")

    assert '<a href="/es/stretches/estirar-la-cadera/">Estirar la cadera</a>' in html
    assert '<a href="/es/stretches/other-stretch/" lang="en">Other stretch</a>' in html
    assert "Hip stretch" not in html


@pytest.mark.usefixtures("spanish")
def test_translation_changes_nothing_in_the_default_language() -> None:
    assert [move.slug for move in catalogue("en").all(StretchDocument)] == ["hip-stretch", "other-stretch"]


def test_move_that_is_not_translated_is_found_by_its_translated_muscle(client: Client) -> None:
    publish_spanish_muscle()

    assert "Other stretch" in body(client, "/es/muscles/psoas-iliaco/")
    assert "Other stretch" in body(client, "/es/stretches/?muscle=psoas-iliaco")


def test_document_is_found_by_the_slug_that_english_documents_name() -> None:
    publish_spanish_muscle()

    muscle = catalogue("es").find(MuscleDocument, "psoas")

    assert muscle is not None
    assert (muscle.slug, muscle.language) == ("psoas-iliaco", "es")


def test_withdrawn_translation_lets_the_english_document_stand_in_again(client: Client, spanish: Publication) -> None:
    withdraw(publication=spanish, reason="Un error.")

    assert '<h1 lang="en">Hip stretch</h1>' in body(client, "/es/stretches/hip-stretch/")
    assert client.get("/es/stretches/estirar-la-cadera/").status_code == 410


def test_translation_may_name_what_is_there_in_english_only() -> None:
    publish(document=stretch_document(**{**ES, "muscles": ["psoas"]}), note="Primera.")

    assert catalogue("es").find(StretchDocument, "estirar-la-cadera") is not None


def test_address_of_one_document_cannot_be_taken_by_another_in_any_language() -> None:
    other = muscle_document(language="es", document_id=muscle_document("glutes").document_id)

    with pytest.raises(FormError) as refused:
        publish(document=other, note="Primera.")

    assert list(refused.value.message_dict) == ["slug"]


@pytest.mark.usefixtures("spanish")
def test_translated_pages_name_each_other(client: Client) -> None:
    english, spanish_html = body(client, "/stretches/hip-stretch/"), body(client, "/es/stretches/estirar-la-cadera/")
    both = {
        "en": "/stretches/hip-stretch/",
        "es": "/es/stretches/estirar-la-cadera/",
        "x-default": "/stretches/hip-stretch/",
    }

    assert links(english, "alternate") == links(spanish_html, "alternate") == both
    assert links(english, "canonical") == {"": "/stretches/hip-stretch/"}
    assert links(spanish_html, "canonical") == {"": "/es/stretches/estirar-la-cadera/"}


def test_page_that_stands_in_is_listed_in_its_own_language_only(client: Client) -> None:
    html = body(client, "/es/stretches/other-stretch/")

    assert links(html, "canonical") == {"": "/stretches/other-stretch/"}
    assert links(html, "alternate") == {}


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("/stretches/hip-stretch/", '<a href="/es/stretches/estirar-la-cadera/" lang="es" hreflang="es">Español</a>'),
        ("/stretches/other-stretch/", '<a href="/es/stretches/other-stretch/" lang="es" hreflang="es">Español</a>'),
        ("/es/stretches/estirar-la-cadera/", '<a href="/stretches/hip-stretch/" lang="en" hreflang="en">English</a>'),
        ("/es/about/", '<a href="/about/" lang="en" hreflang="en">English</a>'),
    ],
)
@pytest.mark.usefixtures("spanish")
def test_footer_leads_to_the_same_page_in_the_other_language(client: Client, url: str, expected: str) -> None:
    assert expected in body(client, url)


@pytest.mark.parametrize("url", ["/api/v1/docs", "/accounts/login/"])
def test_page_in_one_language_offers_no_other(client: Client, url: str) -> None:
    assert "hreflang" not in body(client, url)


@pytest.mark.usefixtures("spanish")
def test_sitemap_lists_spanish_addresses_of_what_is_in_spanish(client: Client) -> None:
    sitemap = body(client, "/sitemap.xml")

    assert "/es/stretches/estirar-la-cadera/</loc>" in sitemap
    assert "/es/about/</loc>" in sitemap
    assert "/es/stretches/other-stretch/" not in sitemap
    assert sitemap.count('hreflang="es"') == sitemap.count('hreflang="en"') > 2


@pytest.mark.usefixtures("spanish")
def test_search_finds_spanish_pages_and_marks_what_stands_in(client: Client) -> None:
    html = body(client, "/es/search/?q=stretch")
    entries = {entry["title"]: entry for entry in client.get("/es/offline/data/search.json").json()["entries"]}

    assert '<a class="links__item" href="/es/stretches/other-stretch/"><strong lang="en">Other stretch</strong>' in html
    assert entries["Estirar la cadera"]["url"] == "/es/stretches/estirar-la-cadera/"
    assert "language" not in entries["Estirar la cadera"]
    assert entries["Other stretch"]["language"] == "en"


@pytest.mark.usefixtures("spanish")
def test_content_api_gives_what_is_published_in_the_language(client: Client) -> None:
    [item] = client.get("/api/v1/stretch/?language=es").json()["items"]

    assert (item["title"], item["address"]) == ("Estirar la cadera", "/es/stretches/estirar-la-cadera/")
    assert client.get(item["url"]).json()["document"]["title"] == "Estirar la cadera"


@pytest.mark.parametrize("url", ["/healthz", "/sitemap.xml", "/robots.txt", "/manifest.json", "/offline/pack.json"])
def test_machines_find_the_same_address_in_every_language(client: Client, url: str) -> None:
    assert client.get(url).status_code == 200
    assert client.get(f"/es{url}").status_code == 404


def test_pack_holds_the_default_language_only(client: Client) -> None:
    urls = [page["url"] for page in client.get("/offline/pack.json").json()["pages"]]

    assert [url for url in urls if url.startswith("/es/")] == []


def test_registry_yields_spanish_addresses_under_spanish() -> None:
    with translation.override("es"):
        urls = {page.url for page in pages if page.in_sitemap}

    assert [url for url in urls if not url.startswith("/es/")] == []


def test_language_comes_from_the_address_alone(client: Client) -> None:
    answer = client.get("/about/", headers={"Accept-Language": "es", "Cookie": "django_language=es"})

    assert '<html lang="en"' in answer.content.decode()
    assert "Accept-Language" not in answer["Vary"]
