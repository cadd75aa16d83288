"""The danger signs with JavaScript: a tick shows what to do, and leaves no trace."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.kept import kept

SIGN = "Wiping after the toilet feels different from usual"


@pytest.fixture
def safety(page: Page) -> Page:
    page.goto("/safety/")
    # The choice shows as soon as the scripts have run.
    page.get_by_label("Where are you?").first.wait_for()
    return page


def tick(page: Page, sign: str = SIGN) -> None:
    page.get_by_text(sign, exact=True).click()
    expect(page.get_by_role("heading", name="Get help now", level=1)).to_be_visible()


def ticked(page: Page) -> Locator:
    """Return the line of the screen that shows which tells what was ticked."""
    return page.locator("section:not([hidden]) > [data-slot=sign-line]")


def test_tick_replaces_the_page_with_what_to_do(safety: Page) -> None:
    tick(safety)

    expect(safety.get_by_role("heading", level=1)).to_have_text(["Get help now"])
    expect(safety.get_by_role("checkbox")).to_have_count(0)
    expect(safety.locator(".act-screen .steps > li strong").first).to_have_text("Stop")
    expect(ticked(safety)).to_have_text(f"You ticked: {SIGN}")


def test_every_emergency_sign_leads_to_what_to_do(safety: Page) -> None:
    boxes = safety.locator("#emergency input[type=checkbox]")
    for index in range(boxes.count()):
        boxes.nth(index).click(no_wait_after=True)
        expect(safety.get_by_role("heading", name="Get help now", level=1)).to_be_visible()
        safety.go_back()
        expect(boxes.nth(index)).to_be_visible()

    assert boxes.count() == 14


def test_focus_goes_to_the_heading_and_back_to_the_sign(safety: Page) -> None:
    tick(safety)
    expect(safety.get_by_role("heading", name="Get help now", level=1)).to_be_focused()

    safety.go_back()

    expect(safety.get_by_label(SIGN)).to_be_focused()
    expect(safety.get_by_label(SIGN)).not_to_be_checked()


@pytest.mark.parametrize(
    ("part", "signs", "heading"), [("today", 14, "Be seen today"), ("visit", 8, "Make an appointment")]
)
def test_every_sign_of_a_list_leads_to_its_screen_and_back(safety: Page, part: str, signs: int, heading: str) -> None:
    boxes = safety.locator(f"#{part} input[type=checkbox]")
    for index in range(boxes.count()):
        boxes.nth(index).click(no_wait_after=True)
        expect(safety.get_by_role("heading", level=1)).to_have_text([heading])
        expect(safety.get_by_role("heading", level=1)).to_be_focused()
        safety.get_by_role("button", name="Back to the list of signs").click()
        expect(boxes.nth(index)).to_be_focused()
        expect(boxes.nth(index)).not_to_be_checked()

    assert boxes.count() == signs


def test_no_sign_leads_to_self_care_and_back(safety: Page) -> None:
    none = safety.get_by_role("link", name="Nothing on these three lists fits me")
    none.press("Enter")
    expect(safety.get_by_role("heading", level=1)).to_have_text(["Look after it yourself"])
    expect(safety.locator("section.outcome:not([hidden])")).to_contain_text("that does not prove that all is well")

    safety.go_back()

    expect(none).to_be_focused()


def test_emergency_sign_comes_before_what_was_ticked_earlier(safety: Page) -> None:
    safety.locator("#today label").first.click()
    safety.get_by_role("link", name="Look at the emergency signs").click()
    expect(safety.locator("#emergency")).to_be_focused()

    tick(safety)

    expect(safety.get_by_role("heading", level=1)).to_have_text(["Get help now"])


def test_screen_for_today_offers_the_advice_line_and_no_ambulance(safety: Page) -> None:
    safety.get_by_label("Where are you?").first.select_option("United Kingdom")
    safety.locator("#today label").first.click()

    expect(safety.get_by_role("link", name="Advice: call 111")).to_be_visible()
    expect(safety.get_by_role("link", name="Call 999")).to_be_hidden()


def test_numbers_are_one_tap_away_on_the_emergency_screen(safety: Page) -> None:
    tick(safety)

    safety.get_by_role("link", name="Emergency numbers by region").click()

    expect(safety.get_by_role("heading", level=1)).to_have_text(["Get help now"])
    expect(safety.locator("#act-numbers-table")).to_be_in_viewport()


def test_button_leads_back_to_the_list(safety: Page) -> None:
    tick(safety)

    safety.get_by_role("button", name="Back to the list of signs").click()

    expect(safety.get_by_role("heading", level=1)).to_have_text(["Danger signs"])


@pytest.mark.parametrize("part", ["emergency", "today", "visit"])
def test_tick_is_neither_kept_nor_sent(safety: Page, part: str) -> None:
    safety.wait_for_load_state("networkidle")
    before, address, sent = kept(safety), safety.url, list[str]()
    safety.on("request", lambda request: sent.append(request.url))

    safety.locator(f"#{part} label").first.click()
    expect(ticked(safety)).to_be_visible()

    assert (kept(safety), safety.url) == (before, address)
    assert sent == []


def test_what_to_do_is_still_there_after_a_reload(safety: Page) -> None:
    tick(safety)

    safety.reload()

    expect(safety.get_by_role("heading", level=1)).to_have_text(["Get help now"])
    expect(ticked(safety)).to_be_hidden()


def test_region_puts_its_call_buttons_on_both_screens_and_stays(safety: Page) -> None:
    safety.get_by_label("Where are you?").first.select_option("United Kingdom")
    expect(safety.get_by_role("link", name="Call 999")).to_have_attribute("href", "tel:999")

    safety.reload()
    expect(safety.get_by_label("Where are you?").first).to_have_value("gb")
    tick(safety)

    expect(safety.get_by_role("link", name="Call 999")).to_have_count(1)
    assert kept(safety)["local"]["hipcare:region"] == "gb"


def test_no_region_is_assumed(safety: Page) -> None:
    expect(safety.get_by_role("link", name="Emergency numbers by region")).to_be_visible()
    expect(safety.get_by_role("link", name="Call 999")).to_have_count(0)


def test_keyboard_alone_ticks_and_comes_back(safety: Page) -> None:
    safety.get_by_label(SIGN).focus()
    safety.keyboard.press("Space")
    expect(safety.get_by_role("heading", name="Get help now", level=1)).to_be_focused()
    safety.keyboard.press("Tab")
    expect(safety.locator("#act-region")).to_be_focused()

    safety.get_by_role("button", name="Back to the list of signs").press("Enter")

    expect(safety.get_by_label(SIGN)).to_be_focused()


def test_without_javascript_all_of_it_is_on_the_page(browser: Any, base_url: str) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=base_url)
    page = context.new_page()
    page.goto("/safety/")

    page.get_by_role("link", name="If any one is true: what to do").click()

    expect(page.get_by_text("I am worried about cauda equina syndrome.")).to_be_in_viewport()
    expect(page.get_by_role("link", name="999").first).to_be_visible()
    expect(page.get_by_label("Where are you?")).to_be_hidden()
    page.get_by_role("link", name="Nothing on these three lists fits me").click()
    expect(page.get_by_role("heading", name="Look after it yourself", level=2)).to_be_in_viewport()
    context.close()
