"""What changed on many pages, in one list."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client

from apps.guides.documents.reading import TermDocument
from apps.publishing.catalogue import catalogue
from apps.publishing.changes import MOST_NAMED, changes
from apps.publishing.content_files import CONTENT_ROOT, read_document
from apps.publishing.services import cancel, publish, withdraw
from tests.publishing.conftest import Clock

pytestmark = pytest.mark.django_db

DUE = date(2028, 6, 1)  # after the last day that the clock shows here
FILES = sorted((CONTENT_ROOT / "en" / "terms").glob("*.toml"))


def term(number: int, title: str = "") -> TermDocument:
    document = read_document(FILES[number], TermDocument)
    return document.model_copy(update={"title": title or document.title, "guides": (), "review_due": DUE})


def listed() -> list[tuple[str, str, list[str]]]:
    """Return day, note and titles of each change."""
    found = changes(catalogue("en"))
    return [(change.day.isoformat(), change.note, [page.title for page in change.named]) for change in found]


def test_newest_change_comes_first_and_pages_changed_together_are_one_change(clock: Clock) -> None:
    publish(document=term(0, "One"), note="First published.")
    clock.now += timedelta(hours=1)
    publish(document=term(1, "Two"), note="First published.")
    clock.now += timedelta(days=3)
    publish(document=term(0, "One again"), note="A wrong number was put right.")

    assert listed() == [
        ("2026-11-24", "A wrong number was put right.", ["One again"]),
        ("2026-11-21", "First published.", ["Two", "One"]),
    ]


def test_what_is_still_to_come_was_called_off_or_is_a_year_old_is_left_out(clock: Clock) -> None:
    publish(document=term(0), note="A year ago.")
    clock.now += timedelta(days=370)
    publish(document=term(1), note="To come.", live_from=clock.now + timedelta(days=1))
    called_off = publish(document=term(2), note="Called off.", live_from=clock.now + timedelta(hours=1))
    cancel(publication=called_off, reason="Not yet.")
    clock.now += timedelta(hours=2)

    assert listed() == []


def test_page_that_is_gone_is_named_with_the_reason_and_leads_nowhere(clock: Clock) -> None:
    gone = publish(document=term(0, "Gone"), note="First published.")
    clock.now += timedelta(days=1)
    withdraw(publication=gone, reason="It was wrong.")
    [withdrawal, first] = changes(catalogue("en"))

    assert [withdrawal.is_withdrawal, first.is_withdrawal] == [True, False]
    assert [page.href for change in (withdrawal, first) for page in change.named] == ["", ""]


def test_many_pages_are_counted_instead_of_named(clock: Clock, client: Client) -> None:
    for number in range(MOST_NAMED + 1):
        publish(document=term(number), note="First published.")

    assert [change.named for change in changes(catalogue("en"))] == [[]]
    assert f"{MOST_NAMED + 1} entries" in client.get("/changes/").text


def test_page_of_changes_leads_to_what_changed(clock: Clock, client: Client) -> None:
    publish(document=term(0), note="Said more plainly.")
    html = client.get("/changes/").text

    assert "Said more plainly." in html
    assert f'<a href="/glossary/#{term(0).slug}">{term(0).title}</a>' in html
