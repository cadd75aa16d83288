"""Everything that the fact sheets list is published, whole, and reached by its address."""

from __future__ import annotations

import pytest
from django.test import Client

from apps.guides.documents.reading import ClaimDocument, ConditionDocument, FaqDocument, GuideDocument
from apps.library.documents import RoutineDocument
from apps.publishing.catalogue import Catalogue, catalogue
from apps.publishing.content_files import shared_sources
from apps.sitting.documents import PositionDocument
from tests.guides.fact_sheets import (
    CLAIM_SOURCES,
    CLAIMS,
    CONDITIONS,
    GUIDE_MOVES,
    GUIDE_POSITIONS,
    GUIDES,
    POSITIONS,
    QUESTIONS,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("content")]

LEAST_WORDS = 250
"""Of a guide; the shortest fact sheet gives more than that."""


@pytest.fixture
def shelf() -> Catalogue:
    """Return what is live in English."""
    return catalogue("en")


def test_every_guide_is_published_under_its_code(shelf: Catalogue) -> None:
    found = {guide.code: guide.slug for guide in shelf.all(GuideDocument)}

    assert found == {code: slug for code, (slug, _routines) in GUIDES.items()}


def test_every_guide_leads_to_its_routines(shelf: Catalogue) -> None:
    slugs = {routine.code[:5]: set[str]() for routine in shelf.all(RoutineDocument)}
    for routine in shelf.all(RoutineDocument):
        slugs[routine.code[:5]].add(routine.slug)
    guides = {guide.code: set(guide.routines) for guide in shelf.all(GuideDocument)}

    assert [
        (code, wanted) for code, (_slug, codes) in GUIDES.items() for wanted in codes.split()
        if not slugs[wanted] <= guides[code]
    ] == []  # fmt: skip


@pytest.mark.parametrize(("field", "listed"), [("stretches", GUIDE_MOVES), ("positions", GUIDE_POSITIONS)])
def test_every_guide_leads_to_its_moves_and_ways_to_sit(shelf: Catalogue, field: str, listed: dict[str, str]) -> None:
    found = {guide.code: set(getattr(guide, field)) for guide in shelf.all(GuideDocument)}
    missing = {code: set(slugs.split()) - found[code] for code, slugs in listed.items()}

    assert {code: slugs for code, slugs in missing.items() if slugs} == {}


def test_guides_about_getting_help_offer_no_moves(shelf: Catalogue) -> None:
    without = [code for code, slugs in GUIDE_MOVES.items() if not slugs]
    offered = {guide.code: (guide.stretches, guide.routines, guide.positions) for guide in shelf.all(GuideDocument)}

    assert [offered[code] for code in without] == [((), (), ())] * 2


def test_no_guide_is_a_stub(shelf: Catalogue) -> None:
    lengths = {g.slug: sum(len(part.body.split()) for part in g.sections) for g in shelf.all(GuideDocument)}

    assert {slug: words for slug, words in lengths.items() if words < LEAST_WORDS} == {}


def test_every_guide_has_the_parts_of_a_guide(client: Client, shelf: Catalogue) -> None:
    parts = ("contents", "known", "see", "provenance")
    missing = {
        guide.slug: [part for part in parts if f'id="{part}"' not in html]
        for guide in shelf.all(GuideDocument)
        if (html := client.get(f"/guides/{guide.slug}/").content.decode())
    }

    assert {slug: names for slug, names in missing.items() if names} == {}


def test_every_question_is_answered_and_names_its_claim(shelf: Catalogue) -> None:
    found = {faq.number: (faq.slug, set(faq.claims)) for faq in shelf.all(FaqDocument)}

    assert {number: slug for number, (slug, _) in found.items()} == {n: slug for n, (slug, _) in QUESTIONS.items()}
    assert [number for number, (_, claims) in QUESTIONS.items() if not set(claims.split()) <= found[number][1]] == []


def test_every_claim_has_a_card_with_its_verdict(shelf: Catalogue) -> None:
    found = {claim.code: (claim.slug, " ".join(claim.verdict)) for claim in shelf.all(ClaimDocument)}

    assert found == CLAIMS


def test_every_claim_names_the_sources_of_the_claim_check(shelf: Catalogue) -> None:
    found = {claim.code: {source.text for source in claim.sources} for claim in shelf.all(ClaimDocument)}
    texts = {key: source["text"] for key, source in shared_sources().items()}
    missing = {
        code: [key for key in keys.split() if texts[key] not in found[code]] for code, keys in CLAIM_SOURCES.items()
    }

    assert {code: keys for code, keys in missing.items() if keys} == {}
    assert len(CLAIM_SOURCES) == 43


def test_every_condition_has_a_card(shelf: Catalogue) -> None:
    assert tuple(sorted(condition.slug for condition in shelf.all(ConditionDocument))) == CONDITIONS


def test_every_position_is_published_for_its_seats(shelf: Catalogue) -> None:
    positions = sorted(shelf.all(PositionDocument), key=lambda position: position.number)

    assert {p.slug: set(p.seats) for p in positions} == {slug: set(seats.split()) for slug, seats in POSITIONS.items()}
    assert [position.slug for position in positions] == list(POSITIONS)


@pytest.mark.parametrize("slug", POSITIONS)
def test_position_tells_how_why_and_when_to_stop(client: Client, slug: str) -> None:
    html = client.get(f"/sitting/{slug}/").content.decode()

    assert [part for part in ("set-up", "stop", "why", "provenance") if f'id="{part}"' not in html] == []


def test_sources_say_what_kind_they_are(client: Client) -> None:
    html = client.get("/guides/driving/").content.decode()
    references = html[html.index('class="references"') :].partition("</ol>")[0]

    assert references.count("<li>") == references.count('<span class="soft">') > 3
