"""What one person has running, planned or begun leaves the device with that person."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.player import open_before, part, screen
from tests.browser.until import until

_POINT_TO = """async (users) => {
  const { pointTo } = await import("/static/js/device/pointer.js");
  for (const user of users) pointTo(user);
}"""
_MINE = "() => Object.keys(localStorage).filter((name) => name.startsWith('hipcare:mine:')).length"
_PLAYING = "() => JSON.stringify(localStorage).includes('Legs-up rest')"
_KEEP_AFTER = """async (users) => {
  const { pointTo } = await import("/static/js/device/pointer.js");
  pointTo(users[0]);
  const { keep, readKept } = await import("/static/js/player/keep.js");
  pointTo(users[1]);
  keep({ title: "Legs up", seen: Date.now() });
  return readKept(Date.now());
}"""
ANNA, BEN = {"id": "anna", "name": "Anna"}, {"id": "ben", "name": "Ben"}


@pytest.fixture
def with_timer(page: Page) -> Page:
    """Return a page on a device where a timer runs."""
    page.goto("/sitting/timer/")
    page.get_by_role("button", name="Start", exact=True).click()
    page.goto("/about/")
    return page


@pytest.mark.parametrize("users", [[ANNA, None], [ANNA, BEN]], ids=["signed out", "somebody else"])
def test_timer_goes_with_the_person(with_timer: Page, users: list[object]) -> None:
    with_timer.evaluate(_POINT_TO, users)

    assert with_timer.evaluate(_MINE) == 0


def test_timer_of_nobody_becomes_that_of_who_signs_in(with_timer: Page) -> None:
    with_timer.evaluate(_POINT_TO, [ANNA, ANNA])

    assert with_timer.evaluate(_MINE) > 0


@pytest.mark.parametrize("users", [[ANNA, None], [ANNA, BEN]], ids=["signed out", "somebody else"])
def test_f39_session_under_way_and_its_swaps_are_not_offered_to_the_next(page: Page, users: list[object]) -> None:
    open_before(page, "/stretches/legs-up-rest/play/")
    page.locator("[data-do=start]").click()
    expect(screen(page, "running")).to_be_visible()
    until(page, _PLAYING)
    page.goto("/about/")
    page.evaluate("localStorage.setItem('hipcare:mine:swap:pigeon', 'figure-four')")

    page.evaluate(_POINT_TO, users)

    assert page.evaluate(_MINE) == 0
    open_before(page, "/stretches/butterfly-stretch/play/")
    expect(part(page, "resume")).to_be_hidden()


def test_session_under_way_is_offered_to_the_same_person(page: Page) -> None:
    open_before(page, "/stretches/legs-up-rest/play/")
    page.locator("[data-do=start]").click()
    until(page, _PLAYING)

    open_before(page, "/stretches/butterfly-stretch/play/")

    expect(part(page, "resume")).to_be_visible()


@pytest.mark.parametrize("users", [[ANNA, None], [ANNA, BEN]], ids=["signed out", "somebody else"])
def test_f39_player_of_who_has_gone_keeps_nothing_for_the_next(page: Page, users: list[object]) -> None:
    page.goto("/about/")

    assert page.evaluate(_KEEP_AFTER, users) is None
