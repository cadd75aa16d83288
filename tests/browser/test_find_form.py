"""The stretch list's filters, worked on the phone: with a network and without."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

ALL = 47


def shown(page: Page) -> list[str]:
    """Return the slugs of the moves that the list shows."""
    found: list[str] = page.locator("[data-move]:visible").evaluate_all(
        "(moves) => moves.map((one) => one.dataset.slug)"
    )
    return found


def tick(page: Page, group: str, choice: str) -> None:
    """Unfold a group and tick one of its choices."""
    fold = page.locator("details", has=page.locator("summary", has_text=group))
    if fold.get_attribute("open") is None:
        fold.locator("summary").click()
    fold.get_by_label(choice, exact=True).check()


def wanted(page: Page) -> dict[str, list[str]]:
    """Return the filters in the address."""
    return parse_qs(urlsplit(page.url).query)


def narrow_and_come_back(page: Page, address: str) -> None:
    """Narrow the list by a place and a word, open what is left, and go back to it."""
    page.goto(address)
    tick(page, "Where are you?", "Couch")
    page.get_by_label("Words").fill("calves")
    expect(page.locator("#count")).to_have_text(f"1 move of {ALL} fits")
    assert shown(page) == ["legs-up-rest"]
    assert wanted(page) == {"place": ["couch"], "q": ["calves"]}

    page.locator("[data-move]:visible a").click()
    expect(page.locator("h1")).to_have_text("Legs-up rest (90/90 on furniture)")
    page.go_back(wait_until="commit")

    expect(page.locator("#count")).to_have_text(f"1 move of {ALL} fits")
    assert shown(page) == ["legs-up-rest"]
    assert page.get_by_label("Words").input_value() == "calves"


def test_list_narrows_at_once_and_is_the_same_after_going_back(page: Page) -> None:
    narrow_and_come_back(page, "/stretches/")


@pytest.mark.worker
def test_list_narrows_without_a_network_too(page: Page, dead_site: str) -> None:
    narrow_and_come_back(page, f"{dead_site}/stretches/")


def test_count_is_announced(page: Page) -> None:
    page.goto("/stretches/")

    assert page.get_by_role("status").filter(has_text=f"of {ALL}").get_attribute("id") == "count"


def test_filter_that_is_in_the_way_goes_at_a_press(page: Page) -> None:
    page.goto("/stretches/?place=couch")
    page.get_by_label("Words").fill("zebra")

    expect(page.locator("#count")).to_have_text(f"0 moves of {ALL} fit")
    page.get_by_role("button", name="Without “Words”").click()

    assert wanted(page) == {"place": ["couch"]}
    assert "legs-up-rest" in shown(page)
    expect(page.locator("#count")).to_be_focused()
    expect(page.locator("[data-nothing]")).to_have_count(0)


def test_filters_that_only_help_together_go_together(page: Page) -> None:
    page.goto("/stretches/?position=standing")
    page.get_by_label("Words").fill("zebra")
    tick(page, "Where are you?", "Clinic")

    page.get_by_role("button", name="Without “Where are you? + Words”").click()

    assert wanted(page) == {"position": ["standing"]}
    assert len(shown(page)) > 0
