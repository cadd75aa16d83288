"""Searching everything."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from apps.core.registries import SearchEntry
from apps.guides.queries.search import index_now, language
from apps.guides.search import distance, index, search, stem

LARGEST_INDEX = 40_000
"""Bytes that a phone downloads."""
QUESTIONS = json.loads((Path(__file__).parents[1] / "vectors" / "search.json").read_text(encoding="utf-8"))


@pytest.mark.django_db
@pytest.mark.usefixtures("content")
@pytest.mark.parametrize("case", QUESTIONS, ids=[case["question"] for case in QUESTIONS])
def test_question_finds_a_right_page_among_the_first_three(client: Client, case: dict[str, list[str]]) -> None:
    html = client.get("/search/", {"q": case["question"]}).content.decode()
    shown = html[html.index("data-results") : html.index('data-slot="kind-')]
    first = re.findall(r'class="links__item" href="([^"]+)"', shown)[:3]

    assert set(first) & set(case["expected"]), first


@pytest.mark.django_db
@pytest.mark.usefixtures("content")
def test_index_for_phones_is_small(client: Client) -> None:
    response = client.get("/offline/data/search.json", headers={"Accept-Encoding": "br"})

    assert response["Content-Encoding"] == "br"
    assert len(response.content) <= LARGEST_INDEX


@pytest.mark.django_db
@pytest.mark.usefixtures("content")
def test_every_page_that_a_question_expects_exists() -> None:
    urls = {one.entry.url for one in index_now()}
    expected = {url for case in QUESTIONS for url in case["expected"]}

    assert expected - urls == set()


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("driving", "driv"),
        ("drive", "driv"),
        ("stretches", "stretch"),
        ("bodies", "body"),
        ("hips", "hip"),
        ("less", "less"),
    ],
)
def test_stem_drops_common_endings(word: str, expected: str) -> None:
    assert stem(word) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("psoas", "psoas", 0), ("psaos", "psoas", 1), ("sciatca", "sciatica", 1), ("hip", "hop", 1)],
)
def test_distance_counts_changes_and_swaps(one: str, other: str, expected: int) -> None:
    assert distance(one, other, 2) == expected


def entries(*titles: str) -> list[SearchEntry]:
    return [SearchEntry("guide", title, f"/{title}/") for title in titles]


def test_entry_that_matches_more_words_comes_first() -> None:
    found = search(index(entries("Hip", "Hip pain"), language()), "hip pain", language())

    assert [entry.title for entry in found] == ["Hip pain", "Hip"]


def test_popular_idea_stands_behind_what_is_known() -> None:
    both = [SearchEntry("claim", "Hip pain", "/claims/"), SearchEntry("muscle", "Hip pain", "/muscles/")]

    assert [entry.kind for entry in search(index(both, language()), "hip pain", language())] == ["muscle", "claim"]


def test_entry_that_hardly_answers_is_left_out() -> None:
    weak = SearchEntry("guide", "Feet", "/feet/", summary="About the leg.")
    found = search(index([*entries("Sciatica in the leg"), weak], language()), "sciatica leg", language())

    assert [entry.title for entry in found] == ["Sciatica in the leg"]


def test_question_without_words_finds_nothing() -> None:
    assert search(index(entries("Hip"), language()), "how do i", language()) == []


@pytest.mark.django_db
@pytest.mark.usefixtures("content")
def test_page_answers_without_script(client: Client) -> None:
    html = client.get("/search/?q=driving").content.decode()

    assert 'href="/guides/driving/"' in html


@pytest.mark.django_db
@pytest.mark.usefixtures("content")
@pytest.mark.parametrize("question", ["%00", "<script>alert(1)</script>", "x" * 5000, "🦴" * 40, "%F0%9F"])
def test_hostile_question_is_answered_and_never_run(client: Client, question: str) -> None:
    response = client.get("/search/", {"q": question})

    assert response.status_code == 200
    assert b"<script>alert" not in response.content


@pytest.mark.django_db
@pytest.mark.usefixtures("content")
def test_search_takes_three_queries_at_most(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(3):
        client.get("/search/?q=driving")


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/guides/", "/faq/"])
def test_pages_to_read_can_be_searched_without_script(client: Client, path: str) -> None:
    html = client.get(path).content.decode()
    form = html[html.index('role="search"') - 100 :].partition("</form>")[0]

    assert 'action="/search/"' in form
    assert 'name="q"' in form
