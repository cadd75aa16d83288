"""What one person has running or planned leaves the device with that person."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

_POINT_TO = """async (users) => {
  const { pointTo } = await import("/static/js/journal/pointer.js");
  for (const user of users) pointTo(user);
}"""
_MINE = "() => Object.keys(localStorage).filter((name) => name.startsWith('hipcare:mine:')).length"
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
