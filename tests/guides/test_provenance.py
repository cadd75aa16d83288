"""Every page to read tells truly who wrote and reviewed it, when it is due again, and what changed."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from django.test import Client

from apps.guides.documents.reading import ClaimDocument, ConditionDocument, FaqDocument, GuideDocument, TermDocument
from apps.publishing.catalogue import catalogue
from apps.publishing.content_files import CONTENT_ROOT, read_document
from apps.publishing.documents import Document, Source
from apps.publishing.kinds import kinds
from apps.publishing.services import publish

pytestmark = pytest.mark.django_db

SHARED: list[tuple[str, type[Document], str]] = [
    ("/faq/", FaqDocument, "faqs/do-you-keep-a-log-of-changes"),
    ("/claims/", ClaimDocument, "claims/crossed-legs-ease-sciatica"),
    ("/conditions/", ConditionDocument, "conditions/snapping-hip"),
    ("/glossary/", TermDocument, "terms/psoas"),
]
shared = pytest.mark.parametrize(("page", "document_class", "file"), SHARED, ids=[page for page, *_others in SHARED])


def document(document_class: type[Document], file: str, **changes: Any) -> Document:
    """Return a document that ships, leading nowhere."""
    found = read_document(CONTENT_ROOT / "en" / f"{file}.toml", document_class)
    links = {name: () for name in ("guides", "stretches", "routines", "claims") if hasattr(found, name)}
    return found.model_copy(update={**links, **changes})


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def about(html: str) -> str:
    return words(html[html.index('aria-labelledby="about-page-heading"') :].partition("</section>")[0])


@shared
def test_shared_page_says_who_wrote_it_and_when_it_is_due(
    client: Client, page: str, document_class: type[Document], file: str
) -> None:
    publish(document=document(document_class, file, review_due=date(2027, 3, 4)), note="First published.")
    said = about(client.get(page).text)

    assert "Written by the hipcare editors." in said
    assert "Each entry was looked over on 21 November 2026 or later; the first is due again by 4 March 2027." in said
    assert "No clinician has reviewed this page yet. Not reviewed by a second person." in said


@shared
def test_shared_page_lists_what_changed(client: Client, page: str, document_class: type[Document], file: str) -> None:
    publish(document=document(document_class, file), note="First published.")
    publish(document=document(document_class, file, title="Another name"), note="Named more plainly.")
    html = client.get(page).text

    assert "Named more plainly." in about(html)
    assert f'href="{page}#{document(document_class, file).slug}">Another name</a>' in html


@shared
def test_review_by_a_clinician_is_told_once_it_took_place(
    client: Client, page: str, document_class: type[Document], file: str
) -> None:
    publish(
        document=document(document_class, file, clinical_reviewer="A. Physio"),
        note="Reviewed.",
        editorial_reviewer="B. Editor",
    )
    html = client.get(page).text

    assert "Entries that a clinician has reviewed: 1 of 1." in about(html)
    assert "Entries that a second editor has read: 1 of 1." in about(html)
    assert "Not yet reviewed by a clinician." not in html


@pytest.mark.parametrize(("page", "document_class", "file"), SHARED[:3], ids=[page for page, *_others in SHARED[:3]])
def test_card_names_the_clinician_who_has_reviewed_it(
    client: Client, page: str, document_class: type[Document], file: str
) -> None:
    publish(document=document(document_class, file), note="First published.")
    before = client.get(page).text
    publish(document=document(document_class, file, clinical_reviewer="A. Physio"), note="Reviewed.")
    after = client.get(page).text

    assert ["Not yet reviewed by a clinician." in html for html in (before, after)] == [True, False]
    assert "Reviewed by a clinician: A. Physio." in after


@pytest.mark.parametrize("name", ["faq", "claim", "condition", "term", "check"])
def test_document_of_before_the_clinician_is_read_as_reviewed_by_nobody(name: str) -> None:
    kind = kinds[name]
    path = next((CONTENT_ROOT / "en" / kind.folder).glob("*.toml"))
    stored = read_document(path, kind.document_class).to_json()
    del stored["clinical_reviewer"]

    assert kind.document_class.from_json(stored).to_json()["clinical_reviewer"] == ""


def test_about_page_says_that_nobody_has_reviewed_until_somebody_has(client: Client) -> None:
    publish(document=document(*SHARED[3][1:]), note="First published.")
    before = words(client.get("/about/").text)
    publish(document=document(*SHARED[3][1:], clinical_reviewer="A. Physio"), note="Reviewed.")
    after = words(client.get("/about/").text)

    assert ["No clinician has reviewed the pages yet." in text for text in (before, after)] == [True, False]
    assert "A clinician has reviewed 1 of the pages" in after


@pytest.mark.usefixtures("content")
def test_every_guide_names_its_author_its_next_check_and_its_changes(client: Client) -> None:
    lines = ("Next check due", "Changes to this page", "First published.", "Written by the hipcare editors.")
    pages = {
        guide.slug: words(client.get(f"/guides/{guide.slug}/").text) for guide in catalogue("en").all(GuideDocument)
    }

    assert [(slug, line) for slug, text in pages.items() for line in lines if line not in text] == []


@pytest.mark.usefixtures("content")
def test_answer_about_changes_is_true_of_the_pages_that_it_names(client: Client) -> None:
    own_page = ["/guides/driving/", "/stretches/figure-4-stretch/", "/routines/desk-break/", "/sitting/lumbar-roll/"]
    lists = {
        path: 'class="changes"' in client.get(path).text
        for path in [*own_page, *(page for page, *_ in SHARED), "/changes/"]
    }

    assert [path for path, there in lists.items() if not there] == []
    assert 'href="/changes/"' in client.get("/faq/").text
    assert 'href="/changes/"' in client.get("/about/").text


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("NICE guideline (2016, updated 2020)", "guideline", False),
        ("Hospital leaflets", "leaflet", True),
        ("Study of 12000 people", "study", True),
        ("Not from a named source", "practice", False),
    ],
)
def test_source_whose_reference_gives_no_year_lacks_a_date(text: str, kind: Any, expected: bool) -> None:
    assert Source(type=kind, text=text).lacks_date is expected


def test_source_shows_its_type_and_its_date_wherever_it_stands(client: Client) -> None:
    undated = Source(type="leaflet", text="Hospital leaflets")
    opened = Source(type="guideline", text="Guideline (2016)", accessed=date(2026, 1, 2))
    publish(document=document(*SHARED[1][1:], sources=(undated, opened)), note="First published.")
    text = words(client.get("/claims/").text)

    assert "Guideline (2016) Guideline · opened on 2 January 2026" in text
    assert "Hospital leaflets Leaflet for patients · no date given" in text


@pytest.mark.usefixtures("content")
@pytest.mark.parametrize("page", ["/safety/", "/faq/", "/claims/", "/conditions/", "/glossary/", "/guides/driving/"])
def test_every_reference_says_what_kind_of_source_it_is(client: Client, page: str) -> None:
    lists = re.findall(r'<ol class="references">.*?</ol>', client.get(page).text, re.DOTALL)
    counts = [(one.count("<li>"), one.count('<span class="soft">')) for one in lists]

    assert counts
    assert [pair for pair in counts if pair[0] != pair[1]] == []
