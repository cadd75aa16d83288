"""What lately made it worse stands last in the list of stretches, and the list says why."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.journal.phones import JournalPhone
from tests.server import Server

SHOWN = "[data-moves] > li:not([hidden])"
RECORD = """const [file, name] = value.place;
  const { sessionRecord } = (await import(file))[name];
  const items = value.slugs.map((slug) => ({ move: { document: crypto.randomUUID(), slug, title: slug } }));
  const segments = items.map((_, item) => ({ item, type: "hold" }));
  const run = { items, segments, credits: segments.map(() => ({ finished: true, seconds: 30 })) };
  const plan = { kind: "routine", document: crypto.randomUUID(), slug: "easing", title: "Easing" };
  const { before, after, hurt } = value;
  const session = { plan, run, began: Date.now() - 60000, ended: Date.now(), before, after, hurt };
  await j.handover.saveRecord("session", sessionRecord(session));"""


def slugs(page: Page) -> list[Any]:
    """Return the moves of the list, in its order."""
    return [item.get_attribute("data-slug") for item in page.locator(SHOWN).all()]


def play(phone: JournalPhone, *moves: str, hurt: list[int] | None = None, **feelings: dict[str, Any]) -> None:
    """Keep a session as the player does: its moves, where it was stopped, and how it felt before and after."""
    given = {"before": {}, "after": {}, **feelings, "slugs": moves, "hurt": hurt or []}
    phone.run(RECORD, {**given, "place": phone.place_of("player/record")})


def twice(phone: JournalPhone, *moves: str, **session: Any) -> None:
    """Keep the same session two times."""
    for _ in range(2):
        play(phone, *moves, **session)


ROSE = {"before": {"back": 3}, "after": {"back": 5}}
FURTHER = {"after": {"leg_change": "further-down"}}


@pytest.mark.parametrize(
    "session", [{"hurt": [0]}, ROSE, FURTHER], ids=["stopped because it hurt", "pain rose", "further down the leg"]
)
def test_move_that_made_it_worse_twice_stands_last_and_says_why(
    keeper: JournalPhone, journal_site: Server, session: dict[str, Any]
) -> None:
    page = keeper.open(load=False)
    page.goto(f"{journal_site.url}/stretches/")
    before = slugs(page)
    twice(keeper, before[0], **session)
    play(keeper, before[0], before={"back": 5}, after={"back": 3, "leg_change": "drawing-back"})
    play(keeper, before[1], **session)

    page.reload()

    words = "Last in the list: in your journal you stopped because it hurt, or had more pain after it alone, "
    expect(page.locator(SHOWN).last.locator(".worse-note")).to_have_text(f"{words}2 of the last 3 times.")
    assert slugs(page) == [*before[1:], before[0]]
    expect(page.locator(".worse-note")).to_have_count(1)


def test_session_of_several_moves_blames_only_the_one_that_was_stopped(
    keeper: JournalPhone, journal_site: Server
) -> None:
    page = keeper.open(load=False)
    page.goto(f"{journal_site.url}/stretches/")
    before = slugs(page)
    twice(keeper, *before[:3], before={"back": 2}, after={"back": 6, "leg_change": "further-down"}, hurt=[1])

    page.reload()

    expect(page.locator(".worse-note")).to_have_count(1)
    assert slugs(page) == [before[0], *before[2:], before[1]]


def test_list_of_somebody_without_a_journal_asks_for_none_of_its_scripts(
    keeper: JournalPhone, journal_site: Server
) -> None:
    keeper.page.close()
    asked: list[str] = []
    page = keeper.context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{journal_site.url}/stretches/", wait_until="networkidle")

    assert [url for url in asked if "/js/journal-pages/" in url or "/idb" in url] == []
    assert page.evaluate("async () => (await indexedDB.databases()).length") == 0
