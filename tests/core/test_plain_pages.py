"""About, privacy, accessibility, contact, settings."""

from __future__ import annotations

from typing import Any

import html5lib
import pytest
from django.test import Client

from apps.core.pages import PLAIN_PAGES
from apps.core.registries import pages
from apps.publishing.readability import reading_grade
from apps.publishing.wording import find_banned

pytestmark = pytest.mark.django_db

HIGHEST_GRADE = 9.0


def main_of(client: Client, name: str) -> Any:
    html = client.get(f"/{name}/").content.decode()
    return html5lib.parse(html, treebuilder="etree", namespaceHTMLElements=False).find(".//main")


def sentences(main: Any) -> list[str]:
    return ["".join(part.itertext()) for tag in ("h1", "h2", "p", "li") for part in main.iter(tag)]


@pytest.mark.parametrize("name", PLAIN_PAGES)
def test_plain_page_is_the_same_for_everybody(client: Client, name: str) -> None:
    response = client.get(f"/{name}/")

    assert (response.status_code, len(response.cookies)) == (200, 0)
    assert response["Cache-Control"] == "public, max-age=0, must-revalidate"


@pytest.mark.parametrize("name", PLAIN_PAGES)
def test_plain_page_is_in_sitemap_and_pack(name: str) -> None:
    [page] = [page for page in pages if page.url == f"/{name}/"]

    assert (page.in_sitemap, page.in_pack) == (True, True)


@pytest.mark.parametrize("name", PLAIN_PAGES)
def test_plain_page_has_one_heading_of_the_first_level(client: Client, name: str) -> None:
    assert len(list(main_of(client, name).iter("h1"))) == 1


@pytest.mark.parametrize("name", PLAIN_PAGES)
def test_plain_page_says_nothing_banned(client: Client, name: str) -> None:
    assert find_banned(sentences(main_of(client, name))) == []


@pytest.mark.parametrize("name", PLAIN_PAGES)
def test_plain_page_reads_plainly(client: Client, name: str) -> None:
    assert reading_grade(sentences(main_of(client, name))) <= HIGHEST_GRADE


@pytest.mark.parametrize(
    "words",
    [
        "It is not a medical device.",
        "It cannot replace a doctor, a physiotherapist or another clinician who does.",
        "It is for people over 16",
        "No clinician has reviewed the pages yet.",
        "it sells nothing",
    ],
)
def test_about_states_its_limits(client: Client, words: str) -> None:
    assert words in " ".join(" ".join(sentences(main_of(client, "about"))).split())


def test_contact_points_to_the_danger_signs_before_the_form(client: Client) -> None:
    links = [link.get("href") for link in main_of(client, "contact").iter("a")]

    assert links.index("/safety/") < links.index("/contact/write/")


def test_form_and_thanks_are_neither_in_sitemap_nor_pack() -> None:
    assert [page.url for page in pages if page.url.startswith("/contact/") and page.url != "/contact/"] == []
