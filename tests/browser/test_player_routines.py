"""Every playable routine plays to its end, and what was done reaches the journal."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from apps.journal.documents import errors_in
from apps.journal.enums import Kind
from apps.library.documents import RoutineDocument
from tests.browser.player import open_before, part, play_to_the_end, records, run, screen, start
from tests.content_rows import shipped_documents

ROUTINES = [one for one in shipped_documents() if isinstance(one, RoutineDocument)]
PLAYABLE = [one.slug for one in ROUTINES if one.playable]
OTHERS = [one.slug for one in ROUTINES if not one.playable]
LONGEST = 45 * 60


@pytest.mark.parametrize("slug", PLAYABLE)
def test_routine_plays_to_its_end(page: Page, slug: str) -> None:
    start(page, f"/routines/{slug}/play/")

    play_to_the_end(page, LONGEST)

    expect(page.get_by_role("heading", name="Done. Well looked after.")).to_be_visible()


@pytest.mark.parametrize("slug", OTHERS)
def test_routine_that_does_not_play_says_so(page: Page, slug: str) -> None:
    page.goto(f"/routines/{slug}/play/")

    expect(page.get_by_role("heading", name="This set does not play by itself")).to_be_visible()
    page.get_by_role("link", name="Read it step by step").click()
    expect(page).to_have_url(re.compile(rf"/routines/{slug}/$"))


@pytest.mark.parametrize(
    ("minutes", "titles"),
    [
        (3, ["Standing hip-flexor stretch", "Standing quad stretch", "Back stretch"]),
        (5, ["Short walk", "Standing hip-flexor stretch", "Standing quad stretch", "Back stretch"]),
    ],
)
def test_rest_stop_comes_in_lengths(page: Page, minutes: int, titles: list[str]) -> None:
    open_before(page, f"/routines/rest-stop-break/play/?minutes={minutes}")

    assert part(page, "lines").locator("strong").all_inner_texts() == titles
    expect(part(page, "minutes")).to_have_text(f"About {minutes} min, {len(titles)} moves.")


def test_home_leads_to_each_length(page: Page) -> None:
    for minutes in (3, 5, 8):
        page.goto("/")
        page.get_by_role("link", name=f"{minutes} min").click()
        expect(screen(page, "before")).to_be_visible()
        assert page.url.endswith(f"/routines/rest-stop-break/play/?minutes={minutes}")


def test_single_move_plays_from_its_page(page: Page) -> None:
    page.clock.install()
    page.goto("/stretches/standing-quad-stretch/")
    page.get_by_role("link", name="Guide me through it").click()
    page.locator("[data-do=start]").click()

    play_to_the_end(page, 300)


def test_finished_session_is_kept_as_the_journal_takes_it(page: Page) -> None:
    page.clock.install()
    open_before(page, "/routines/rest-stop-break/play/?minutes=3")
    page.locator("label[for=before-6]").click()
    page.locator("[data-do=start]").click()
    play_to_the_end(page, 600)
    page.locator("label[for=after-3]").click()
    page.get_by_label("It draws back towards the buttock").locator("visible=true").check()
    page.get_by_role("button", name="Keep it in my journal").click()
    expect(page.get_by_role("heading", name="Kept on this phone.")).to_be_visible()

    (session,) = records(page, "session")

    assert errors_in(Kind.SESSION, session) == []
    assert (session["routine"]["slug"], session["outcome"]) == ("rest-stop-break", "done")
    assert session["before"] == {"back": 6}
    assert session["after"] == {"back": 3, "leg_change": "drawing-back"}
    assert [move["outcome"] for move in session["moves"]] == ["done"] * 3
    assert [move["side"] for move in session["moves"]] == ["both", "both", "none"]


def test_skipped_move_is_kept_as_skipped(page: Page) -> None:
    start(page, "/routines/rest-stop-break/play/?minutes=3")
    page.get_by_role("button", name="Skip").click()
    play_to_the_end(page, 600)
    page.get_by_role("button", name="Keep it in my journal").click()
    expect(screen(page, "end")).to_be_visible()

    assert [move["outcome"] for move in records(page, "session")[0]["moves"]] == ["skipped", "done", "done"]


def test_unwanted_session_is_not_kept(page: Page) -> None:
    start(page, "/stretches/standing-quad-stretch/play/")
    run(page, 20)
    page.get_by_role("button", name="Finish here").click()
    page.get_by_role("button", name="Do not keep it").click()
    expect(page.get_by_role("heading", name="Not kept.")).to_be_visible()

    assert records(page, "session") == []
