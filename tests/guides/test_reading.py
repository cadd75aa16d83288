"""Guides, questions, words, claims, conditions and self-checks on the content that ships."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from apps.guides.documents.reading import (
    CheckDocument,
    ClaimDocument,
    ConditionDocument,
    FaqDocument,
    GuideDocument,
    TermDocument,
)
from apps.guides.queries.reading import reading_minutes
from apps.library.documents import StretchDocument
from apps.publishing.catalogue import catalogue
from apps.publishing.documents import Document

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("content")]


def test_the_three_self_checks_are_live() -> None:
    assert [check.slug for check in catalogue("en").all(CheckDocument)] == [
        "hip-or-back", "tightness-signs", "very-flexible",
    ]  # fmt: skip


def test_the_claim_codes_that_pages_name_exist() -> None:
    shelf = catalogue("en")
    known = {claim.code for claim in shelf.all(ClaimDocument)}
    pages = [*shelf.all(GuideDocument), *shelf.all(FaqDocument), *shelf.all(ConditionDocument)]

    assert [page.slug for page in pages if set(page.claims) - known] == []


def test_a_page_that_names_a_claim_names_one_of_its_sources() -> None:
    shelf = catalogue("en")
    claims = {claim.code: {source.text for source in claim.sources} for claim in shelf.all(ClaimDocument)}
    bare = [
        (guide.code, code)
        for guide in shelf.all(GuideDocument)
        for code in guide.claims
        if not claims[code] & {source.text for source in guide.sources}
    ]

    assert bare == []


def test_no_guide_offers_a_caution_only_move() -> None:
    shelf = catalogue("en")
    deep = {move.slug for move in shelf.all(StretchDocument) if move.caution_only}
    named = {slug for guide in shelf.all(GuideDocument) for slug in guide.stretches}

    assert named & deep == set()


def test_guide_lists_its_contents(client: Client) -> None:
    html = client.get("/guides/driving/").content.decode()
    guide = catalogue("en").find(GuideDocument, "driving")
    assert guide is not None
    contents = html[html.index('class="contents"') : html.index("</nav>", html.index('class="contents"'))]

    assert re.findall(r'href="#([^"]+)"', contents) == [*(part.id for part in guide.sections), "known"]


def test_guide_says_that_no_clinician_has_reviewed_it(client: Client) -> None:
    assert b"<dt>Reviewed by a clinician</dt><dd>Not yet</dd>" in client.get("/guides/driving/").content


def test_reading_time_counts_two_hundred_words_a_minute() -> None:
    guide = catalogue("en").find(GuideDocument, "driving")
    assert guide is not None
    empty = {"in_short": (), "known": (), "unsure": ()}
    part = guide.sections[0].model_copy(update={"body": "word " * 401})

    assert reading_minutes(guide.model_copy(update={**empty, "sections": (part,)})) == 3


@pytest.mark.parametrize(("path", "anchors"), [("/faq/", FaqDocument), ("/claims/", ClaimDocument)])
def test_list_page_has_an_anchor_for_each_entry(client: Client, path: str, anchors: type[Document]) -> None:
    html = client.get(path).content.decode()

    assert [one.slug for one in catalogue("en").all(anchors) if f'id="{one.slug}"' not in html] == []


def test_glossary_is_in_alphabetical_order(client: Client) -> None:
    titles = re.findall(r"<dt>([^<]+)</dt>", client.get("/glossary/").content.decode())

    assert titles == sorted(titles, key=str.casefold)
    assert len(titles) == len(catalogue("en").all(TermDocument))


def test_check_works_without_script_and_has_no_score(client: Client) -> None:
    html = client.get("/checks/tightness-signs/").content.decode()
    check = catalogue("en").find(CheckDocument, "tightness-signs")
    assert check is not None

    assert html.count('type="checkbox"') == len(check.items)
    assert re.findall(r"<(?:li|div)[^>]* hidden", html[html.index("data-item") : html.index("</form>")]) == []


def test_every_check_says_once_that_no_tick_is_kept(client: Client) -> None:
    checks = catalogue("en").all(CheckDocument)
    pages = [client.get(f"/checks/{check.slug}/").text for check in checks]

    assert [page.count("Nothing you tick is kept or sent.") for page in pages] == [1] * len(checks)
    assert [check.slug for check in checks if "on this device" in check.intro] == []


@pytest.mark.parametrize(
    "path",
    ["/guides/", "/guides/driving/", "/faq/", "/glossary/", "/claims/", "/conditions/", "/changes/", "/about/"],
)
def test_page_takes_three_queries_at_most_when_cold(
    client: Client, path: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(3):
        assert client.get(path).status_code == 200
