"""What a reader comes back to: bookmarked guides, where reading stopped, and the own card first."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.until import until

GUIDE = "/guides/self-massage/"


def test_bookmarked_guide_is_listed_until_it_is_taken_out(page: Page) -> None:
    page.goto(GUIDE)
    button = page.get_by_role("button", name="Bookmark")
    button.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")

    page.goto("/guides/")
    listed = page.get_by_role("region", name="Your bookmarks").get_by_role("link")
    expect(listed).to_have_text(["Self-massage and release tools"])
    listed.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    button.press("Enter")
    page.goto("/guides/")

    expect(page.get_by_role("region", name="Your bookmarks")).to_be_hidden()


def test_reading_goes_on_where_it_stopped(page: Page) -> None:
    page.goto(GUIDE)
    expect(page.get_by_text("Go on at:")).to_be_hidden()
    page.get_by_role("heading", name="How to press").scroll_into_view_if_needed()
    page.mouse.wheel(0, 300)
    until(page, "scrollY > 300")
    page.goto("/about/")

    page.goto(GUIDE)

    page.get_by_text("Go on at:").get_by_role("link").click()
    expect(page.get_by_role("heading", name="How to press")).to_be_in_viewport()


def test_own_card_comes_first_and_the_others_keep_their_order(page: Page) -> None:
    page.goto("/")
    cards = page.get_by_role("region", name="Where are you?").get_by_role("heading", level=3)
    before = cards.all_inner_texts()
    page.get_by_label("Which card comes first?").select_option("I cycle")

    page.reload()

    expect(cards).to_have_text(["Bike", *(name for name in before if name != "Bike")])
    page.get_by_label("Which card comes first?").select_option("As they are")
    expect(cards).to_have_text(before)
