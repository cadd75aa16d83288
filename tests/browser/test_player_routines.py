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
FULL = """() => {
  window.put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = () => { throw new DOMException("full", "QuotaExceededError"); };
}"""
INSTALLABLE = """() => dispatchEvent(
  Object.assign(new Event("beforeinstallprompt", { cancelable: true }), { prompt: async () => undefined }))"""


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


def test_session_that_cannot_be_kept_says_so_and_keeps_the_answers(page: Page) -> None:
    start(page, "/stretches/standing-quad-stretch/play/")
    run(page, 90)
    page.locator("label[for=after-3]").click()
    page.evaluate(FULL)
    page.get_by_role("button", name="Keep it in my journal").click()

    expect(part(page, "not-kept")).to_be_visible()
    expect(page.locator("#after-3")).to_be_checked()
    page.evaluate("() => { IDBObjectStore.prototype.put = window.put; }")
    page.get_by_role("button", name="Keep it in my journal").click()
    expect(page.get_by_role("heading", name="Kept on this phone.")).to_be_visible()
    assert [one["after"] for one in records(page, "session")] == [{"back": 3}]


def test_two_presses_keep_one_session(page: Page) -> None:
    start(page, "/stretches/standing-quad-stretch/play/")
    run(page, 90)
    keep = page.get_by_role("button", name="Keep it in my journal")
    keep.evaluate("(button) => { button.click(); button.click(); }")
    expect(page.get_by_role("heading", name="Kept on this phone.")).to_be_visible()

    assert len(records(page, "session")) == 1


@pytest.mark.parametrize(("button", "finished"), [(None, True), ("Finish here", False)])
def test_home_screen_is_offered_at_the_end_of_a_whole_session(page: Page, button: str | None, finished: bool) -> None:
    start(page, "/stretches/standing-quad-stretch/play/")
    page.evaluate(INSTALLABLE)
    run(page, 20)
    run(page, 0 if button else 70)
    if button:
        page.get_by_role("button", name=button).click()
    page.get_by_role("button", name="Do not keep it").click()
    expect(screen(page, "end")).to_be_visible()

    expect(page.get_by_role("button", name="Add to home screen")).to_have_count(int(finished))


def keep_a_part(page: Page) -> None:
    """Play part of a move, finish and keep it."""
    start(page, "/stretches/standing-quad-stretch/play/")
    run(page, 20)
    page.get_by_role("button", name="Finish here").click()
    page.get_by_role("button", name="Keep it in my journal").click()
    expect(page.get_by_role("heading", name="Kept on this phone.")).to_be_visible()


def test_first_session_that_is_kept_brings_the_advice_about_the_home_screen_once(page: Page) -> None:
    keep_a_part(page)
    advice = screen(page, "end").get_by_text("Put hipcare on your home screen.")
    expect(advice).to_be_visible()
    page.get_by_role("button", name="No, thank you").click()
    expect(advice).to_have_count(0)

    page.goto("/journal/new/")

    expect(page.get_by_role("heading", name="How is it now?")).to_be_visible()
    assert page.evaluate("Object.values(localStorage).includes('never')")


def test_advice_does_not_come_beside_the_offer_of_the_home_screen(page: Page) -> None:
    start(page, "/stretches/standing-quad-stretch/play/")
    page.evaluate(INSTALLABLE)
    run(page, 90)
    page.get_by_role("button", name="Keep it in my journal").click()

    expect(page.get_by_role("button", name="Add to home screen")).to_be_visible()
    expect(screen(page, "end").get_by_text("Put hipcare on your home screen.")).to_have_count(0)
